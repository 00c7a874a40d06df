package io.recio.localstack.stack;

/** The secret that opens the control API. */
public final class ControlToken {

    /** Its name among the secrets, and so the name of its file. */
    public static final String NAME = "local-stack-token";

    private ControlToken() {}
}
