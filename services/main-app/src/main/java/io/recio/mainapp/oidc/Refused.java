package io.recio.mainapp.oidc;

/** A step on the way to the provider and back that ends it; {@link OidcDesk} makes an {@link Outcome} of it. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /** @param why for the log, of nothing secret */
    Refused(Refusal refusal, String why) {
        super(why);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
