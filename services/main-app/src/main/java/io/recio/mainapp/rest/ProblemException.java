package io.recio.mainapp.rest;

/** Ends a request with a problem; thrown by resources and filters, answered by {@link ProblemMappers}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** 400: a field of the body, the query or a header is wrong. */
    public static ProblemException field(String field, String expected, String found) {
        return new ProblemException(Problem.field(field, expected, found));
    }

    /** 400: the body is no JSON object. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of("malformed-json", "Malformed JSON", 400, detail));
    }

    /** 401: nobody is logged in. */
    public static ProblemException noSession() {
        return new ProblemException(
                Problem.of("no-session", "Not logged in", 401, "expected a session, found none or an expired one"));
    }

    /** 401: the credentials do not fit; never says which part. */
    public static ProblemException wrongCredentials() {
        return new ProblemException(
                Problem.of("wrong-credentials", "Login failed", 401, "name or password is not right"));
    }

    /** 401: somebody without a password has not confirmed at the identity provider. */
    public static ProblemException notConfirmed() {
        return new ProblemException(Problem.of(
                "not-confirmed",
                "Not confirmed",
                401,
                "expected a fresh confirmation at your identity provider, found none; confirm, then try again"));
    }

    /** 403: somebody is, but may not do this. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of("forbidden", "Not allowed", 403, detail));
    }

    /** 404: no such thing. */
    public static ProblemException unknown(String field, String expected, String found) {
        Problem named = Problem.field(field, expected, found);
        return new ProblemException(
                new Problem("/problems/not-found", "Not found", 404, named.detail(), field, expected, named.found()));
    }

    /** 409: an idempotency key came back with another payload. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of("conflict", "Conflict", 409, detail));
    }

    /** 412: somebody else changed it first. */
    public static ProblemException changedMeanwhile(String detail) {
        return new ProblemException(Problem.of("changed-meanwhile", "Changed meanwhile", 412, detail));
    }

    /** 503: this installation lacks what it takes. */
    public static ProblemException notSetUp(String detail) {
        return new ProblemException(Problem.of("not-set-up", "Not set up", 503, detail));
    }

    /** 429: too many wrong passwords. */
    public static ProblemException locked(long secondsLeft) {
        return new ProblemException(Problem.of(
                "locked",
                "Locked",
                429,
                "too many wrong passwords, locked for another " + Math.max(1, (secondsLeft + 59) / 60) + " min"));
    }
}
