package io.recio.localstack.cluster;

import java.util.Set;

/**
 * Something that is broken on purpose.
 *
 * @param name what is done, in words
 * @param victim the component it strikes
 * @param causes the root causes that may be named; empty: Kubernetes mends it, and the detector needs not name it
 * @param mayRestart components that may begin anew because of it; anybody else's restart is a false one
 * @param strike does it
 */
record Fault(String name, String victim, Set<String> causes, Set<String> mayRestart, Strike strike) {

    /** Breaks something; what must be mended by hand is mended when it returns or by what it returns. */
    @FunctionalInterface
    interface Strike {
        Mend strike() throws Exception;
    }

    /** Takes a lasting fault away once somebody has acted. */
    @FunctionalInterface
    interface Mend {

        /** Nothing is left to mend. */
        Mend NONE = () -> {};

        void mend() throws Exception;
    }
}
