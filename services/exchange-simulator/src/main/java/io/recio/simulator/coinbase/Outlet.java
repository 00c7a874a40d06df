package io.recio.simulator.coinbase;

/** The way to one connected client. Neither call waits. */
interface Outlet {

    void send(String text);

    /** Ends the connection. */
    void close();

    /** Messages sent but not yet written to the network. */
    int backlog();
}
