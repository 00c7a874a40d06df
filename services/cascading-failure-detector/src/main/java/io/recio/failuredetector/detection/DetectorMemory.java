package io.recio.failuredetector.detection;

import java.util.Optional;

/** What the detector remembers, and the right to be the one that does. */
interface DetectorMemory {

    /** Takes the lead; empty while another instance has it. */
    Optional<Remembered> lead();

    /** Whether the lead that was taken is still ours. */
    boolean leads();

    /**
     * Replaces what is remembered; while leading.
     *
     * @return whether it is remembered now, by whoever leads next: if not, nothing may be done that it tells of
     */
    boolean save(Remembered remembered);

    /** Gives the lead back. */
    void release();
}
