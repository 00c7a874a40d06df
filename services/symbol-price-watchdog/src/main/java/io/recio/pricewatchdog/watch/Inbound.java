package io.recio.pricewatchdog.watch;

import io.recio.coinbase.FeedMessage;
import io.recio.domain.price.IndexValue;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.pricewatchdog.backfill.Answer;

/** What other threads hand to the desk. */
sealed interface Inbound {

    /**
     * @param now business time at its arrival
     * @param nanos of the monotonic clock at its arrival
     */
    record FeedHeard(FeedMessage message, BusinessTime now, SystemTime arrivedAt, long nanos) implements Inbound {}

    record Answered(Answer answer) implements Inbound {}

    record IndexHeard(IndexValue value) implements Inbound {}
}
