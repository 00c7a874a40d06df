package io.recio.mainapp.login;

/** What logging in takes. */
record Credentials(String name, String password) {}
