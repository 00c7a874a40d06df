package io.recio.failuredetector.detection;

import java.util.Optional;

/** What the detector remembers, and the right to be the one that does. */
interface DetectorMemory {

    /** Takes the lead; empty while another instance has it. */
    Optional<Remembered> lead();

    /** Replaces what is remembered; while leading. */
    void save(Remembered remembered);

    /** Gives the lead back. */
    void release();
}
