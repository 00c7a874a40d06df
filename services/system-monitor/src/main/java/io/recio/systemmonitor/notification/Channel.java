package io.recio.systemmonitor.notification;

/** One way to people. Blocking; ends within its timeout. */
interface Channel {

    /** @throws NotDelivered when it did not arrive, or may not have */
    void send(Message message) throws NotDelivered;
}
