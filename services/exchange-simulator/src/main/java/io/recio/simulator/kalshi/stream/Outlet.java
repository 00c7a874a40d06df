package io.recio.simulator.kalshi.stream;

/** The way to one connected client. No call waits. */
interface Outlet {

    void send(String text);

    /** The exchange's heartbeat. */
    void ping();

    /** Ends the connection. */
    void close();

    /** Frames sent but not yet written to the network. */
    int backlog();
}
