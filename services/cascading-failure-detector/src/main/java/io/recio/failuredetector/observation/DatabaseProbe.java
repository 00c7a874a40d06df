package io.recio.failuredetector.observation;

/** Asks the database how it is and what it knows. */
interface DatabaseProbe {

    /** @throws io.recio.storage.DatabaseUnavailable when it does not answer, or cannot commit */
    DatabaseReading read();
}
