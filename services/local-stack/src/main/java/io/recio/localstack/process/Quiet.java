package io.recio.localstack.process;

import java.util.logging.Level;
import java.util.logging.Logger;

/** For commands that run a stack inside themselves and tell their own story. */
public final class Quiet {

    /** The JDK forgets loggers that nobody holds, and their levels with them. */
    private static final Logger PROCESSES = Logger.getLogger("io.recio.localstack");

    private Quiet() {}

    /** Leaves the starts and stops of processes untold; what went wrong is still said. */
    public static void processes() {
        PROCESSES.setLevel(Level.WARNING);
    }
}
