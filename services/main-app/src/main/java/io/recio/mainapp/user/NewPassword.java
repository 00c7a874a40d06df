package io.recio.mainapp.user;

/** A password that was made for a user; told once, for the admin to pass on. */
record NewPassword(String name, String password) {}
