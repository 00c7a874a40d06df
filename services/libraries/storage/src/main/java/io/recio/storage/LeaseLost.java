package io.recio.storage;

/** The lease expired or passed on: stop acting at once and stand by. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(Fence fence) {
        super("lease " + fence.name() + " of epoch " + fence.epoch() + " is no longer held by " + fence.holder());
    }
}
