package io.recio.storage;

/** A rule the schema keeps refused the row; nothing was written. */
public final class ConstraintViolated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String constraint;

    public ConstraintViolated(String constraint, Throwable cause) {
        super("constraint " + constraint + " refused the row", cause);
        this.constraint = constraint;
    }

    /** The constraint's name in the schema, such as {@code requests_key_unique}. */
    public String constraint() {
        return constraint;
    }
}
