package io.recio.mainapp.oidc;

import io.recio.mainapp.login.Sessions;

/** Where the way back from the provider ends. */
sealed interface Outcome {

    /** @param back the page that was wanted */
    record LoggedIn(Sessions.Opened opened, String back) implements Outcome {}

    /** Who is logged in confirmed it. */
    record Confirmed() implements Outcome {}

    record Denied(Purpose purpose, Refusal refusal) implements Outcome {}
}
