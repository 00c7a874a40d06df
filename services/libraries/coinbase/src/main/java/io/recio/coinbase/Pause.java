package io.recio.coinbase;

/** Lets the calling thread wait. */
@FunctionalInterface
interface Pause {

    void nanos(long nanos) throws InterruptedException;
}
