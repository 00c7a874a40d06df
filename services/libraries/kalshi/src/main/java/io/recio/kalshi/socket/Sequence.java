package io.recio.kalshi.socket;

/** The count of a subscription's messages: from 1, one more each, over all its markets (EXCHANGES, section C4). */
final class Sequence {

    private long last;

    /** Takes the next number; false when messages were lost, repeated or turned around. Counting goes on from it. */
    boolean accept(long seq) {
        boolean next = seq == last + 1;
        last = seq;
        return next;
    }

    long expected() {
        return last + 1;
    }
}
