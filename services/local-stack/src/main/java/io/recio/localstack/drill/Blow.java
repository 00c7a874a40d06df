package io.recio.localstack.drill;

/**
 * Something that is broken on purpose.
 *
 * @param name what is done, such as {@code freeze}
 * @param victim the process that must be restarted; nobody else may be
 * @param healer who restarts it
 * @param strike breaks it
 */
record Blow(String name, String victim, Healer healer, Strike strike) {

    /** Who brings the victim back. */
    enum Healer {
        /** local-stack, as a kubelet would: what has exited, and a detector that does not answer. */
        SUPERVISION,
        /** The cascading failure detector, which must name the victim as the root cause. */
        DETECTOR,
        /** Nobody: it comes back by itself, and nothing is restarted. */
        ITSELF
    }

    /** Breaks something. */
    @FunctionalInterface
    interface Strike {
        Damage strike() throws Exception;
    }

    /** What was broken, and is mended once the victim is new: whatever a restart alone would not mend. */
    @FunctionalInterface
    interface Damage {

        /** Nothing is left to mend. */
        Damage NONE = () -> {};

        void mend() throws Exception;
    }

    String label() {
        return name + " " + victim;
    }
}
