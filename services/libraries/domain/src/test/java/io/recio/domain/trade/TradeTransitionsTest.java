package io.recio.domain.trade;

import static io.recio.domain.trade.TradeFixtures.AT;
import static io.recio.domain.trade.TradeFixtures.closeEnded;
import static io.recio.domain.trade.TradeFixtures.closeFilled;
import static io.recio.domain.trade.TradeFixtures.closeRequested;
import static io.recio.domain.trade.TradeFixtures.entryEnded;
import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.expired;
import static io.recio.domain.trade.TradeFixtures.requested;
import static io.recio.domain.trade.TradeFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.trade.TradeEvent.CloseAbandoned;
import io.recio.domain.trade.TradeEvent.CloseAdopted;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.domain.trade.TradeEvent.EntryRejected;
import io.recio.domain.trade.TradeEvent.SettlementAmended;
import io.recio.domain.trade.TradeEvent.TradeDenied;
import io.recio.domain.trade.TradeEvent.TradeExpired;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TradeTransitionsTest {

    private static final TradeEvent REQUESTED = requested(Side.YES);
    private static final TradeEvent DENIED = new TradeDenied("EXPOSURE_ABOVE_LIMIT", "", AT);
    private static final TradeEvent REJECTED = new EntryRejected("insufficient_balance", "", AT);
    private static final TradeEvent FILLED = entryFilled("a", Side.YES, "0.96", "6", "0.02");
    private static final TradeEvent ENDED = entryEnded("6");
    private static final TradeEvent ENDED_EMPTY = entryEnded("0");
    private static final TradeEvent CLOSING = closeRequested("close-1", "6");
    private static final TradeEvent CLOSE_EMPTY = closeEnded("close-1", "0");
    private static final TradeEvent SOLD = closeFilled("close-1", "b", Side.YES, "0.92", "6", "0.03");
    private static final TradeEvent SECOND_CLOSE = closeRequested("close-2", "6");
    private static final TradeEvent ADOPTED = new CloseAdopted(new ClientOrderId("close-3"), Quantity.of("6"), AT);
    private static final TradeEvent ABANDONED = new CloseAbandoned("ada", AT);
    private static final TradeEvent EXPIRED = expired();
    private static final TradeEvent SETTLED = settled("1");
    private static final TradeEvent AMENDED = new SettlementAmended(Price.ZERO, AT);

    /** How a trade comes to each status; the one being sold is between two attempts. */
    private static final Map<TradeStatus, List<TradeEvent>> WAYS = new EnumMap<>(Map.of(
            TradeStatus.PENDING, List.of(REQUESTED),
            TradeStatus.OPEN, List.of(REQUESTED, FILLED, ENDED),
            TradeStatus.CLOSING, List.of(REQUESTED, FILLED, ENDED, CLOSING, CLOSE_EMPTY),
            TradeStatus.EXPIRED, List.of(REQUESTED, FILLED, ENDED, CLOSING, CLOSE_EMPTY, EXPIRED),
            TradeStatus.CLOSED, List.of(REQUESTED, FILLED, ENDED, CLOSING, CLOSE_EMPTY, EXPIRED, SETTLED),
            TradeStatus.DENIED, List.of(REQUESTED, DENIED),
            TradeStatus.REJECTED, List.of(REQUESTED, REJECTED),
            TradeStatus.MISSED, List.of(REQUESTED, ENDED_EMPTY)));

    /** Every event, and the status it leads to from each status; a status missing from the row is forbidden. */
    private static final Map<TradeEvent, Map<TradeStatus, TradeStatus>> TRANSITIONS = new LinkedHashMap<>();

    static {
        TRANSITIONS.put(REQUESTED, Map.of());
        TRANSITIONS.put(DENIED, Map.of(TradeStatus.PENDING, TradeStatus.DENIED));
        TRANSITIONS.put(REJECTED, Map.of(TradeStatus.PENDING, TradeStatus.REJECTED));
        Map<TradeStatus, TradeStatus> unchanged = new EnumMap<>(TradeStatus.class);
        for (TradeStatus status : TradeStatus.values()) {
            unchanged.put(status, status);
        }
        unchanged.remove(TradeStatus.DENIED);
        Map<TradeStatus, TradeStatus> filled = new EnumMap<>(unchanged);
        filled.put(TradeStatus.PENDING, TradeStatus.OPEN);
        filled.put(TradeStatus.REJECTED, TradeStatus.OPEN);
        filled.put(TradeStatus.MISSED, TradeStatus.OPEN);
        TRANSITIONS.put(FILLED, filled);
        Map<TradeStatus, TradeStatus> ended = new EnumMap<>(unchanged);
        ended.put(TradeStatus.PENDING, TradeStatus.MISSED);
        TRANSITIONS.put(ENDED_EMPTY, ended);
        TRANSITIONS.put(
                SECOND_CLOSE, Map.of(TradeStatus.OPEN, TradeStatus.CLOSING, TradeStatus.CLOSING, TradeStatus.CLOSING));
        TRANSITIONS.put(
                SOLD,
                Map.of(
                        TradeStatus.CLOSING, TradeStatus.CLOSED,
                        TradeStatus.EXPIRED, TradeStatus.CLOSED,
                        TradeStatus.CLOSED, TradeStatus.CLOSED));
        TRANSITIONS.put(
                CLOSE_EMPTY,
                Map.of(
                        TradeStatus.CLOSING, TradeStatus.CLOSING,
                        TradeStatus.EXPIRED, TradeStatus.EXPIRED,
                        TradeStatus.CLOSED, TradeStatus.CLOSED));
        TRANSITIONS.put(
                ADOPTED,
                Map.of(
                        TradeStatus.OPEN, TradeStatus.CLOSING,
                        TradeStatus.CLOSING, TradeStatus.CLOSING,
                        TradeStatus.EXPIRED, TradeStatus.EXPIRED,
                        TradeStatus.CLOSED, TradeStatus.CLOSED));
        TRANSITIONS.put(ABANDONED, Map.of(TradeStatus.CLOSING, TradeStatus.OPEN));
        TRANSITIONS.put(
                EXPIRED, Map.of(TradeStatus.OPEN, TradeStatus.EXPIRED, TradeStatus.CLOSING, TradeStatus.EXPIRED));
        TRANSITIONS.put(SETTLED, Map.of(TradeStatus.EXPIRED, TradeStatus.CLOSED));
        TRANSITIONS.put(AMENDED, Map.of(TradeStatus.CLOSED, TradeStatus.CLOSED));
    }

    static Stream<Arguments> everyEventInEveryStatus() {
        return TRANSITIONS.entrySet().stream().flatMap(row -> Stream.of(TradeStatus.values())
                .map(from -> Arguments.of(
                        from, row.getKey(), Optional.ofNullable(row.getValue().get(from)))));
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @MethodSource("everyEventInEveryStatus")
    void takesEachEventOnlyWhereItHasAPlace(TradeStatus from, TradeEvent event, Optional<TradeStatus> to) {
        Trade trade = Trade.replay(WAYS.get(from));
        assertThat(trade.status()).isEqualTo(from);
        if (to.isPresent()) {
            assertThat(trade.apply(event).status()).isEqualTo(to.get());
        } else {
            assertThatThrownBy(() -> trade.apply(event))
                    .isInstanceOf(ForbiddenTradeEvent.class)
                    .hasMessageStartingWith("trade 0192f0c0-0000-7000-8000-000000000001 ");
        }
    }

    @Test
    void saysWhatWasForbiddenAndWhere() {
        assertThatThrownBy(() -> Trade.replay(List.of(REQUESTED, DENIED, FILLED)))
                .hasMessage("trade 0192f0c0-0000-7000-8000-000000000001 cannot take EntryFilled while DENIED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trade.replay(List.of(FILLED)))
                .withMessageStartingWith("events of a trade must begin with TradeRequested");
    }

    @Test
    void staysPendingUntilTheFillsOfItsEndedEntryArrive() {
        Trade trade = Trade.replay(List.of(REQUESTED, ENDED));
        assertThat(trade.status()).isEqualTo(TradeStatus.PENDING);
        assertThatThrownBy(() -> trade.apply(REJECTED))
                .hasMessageEndingWith("cannot take EntryRejected: its entry filled 6.00");
        assertThat(trade.apply(FILLED).status()).isEqualTo(TradeStatus.OPEN);
    }

    @Test
    void hasOneUnresolvedCloseAtMost() {
        Trade closing = Trade.replay(List.of(REQUESTED, FILLED, ENDED, CLOSING));
        assertThatThrownBy(() -> closing.apply(SECOND_CLOSE))
                .hasMessageEndingWith("cannot take CloseRequested: close order close-1 is unresolved");
        Trade counted = closing.apply(closeEnded("close-1", "2"));
        assertThatThrownBy(() -> counted.apply(closeRequested("close-2", "4")))
                .hasMessageEndingWith("close order close-1 is unresolved");
        Trade again = counted.apply(closeFilled("close-1", "b", Side.YES, "0.92", "2", "0"))
                .apply(closeRequested("close-2", "4"));
        assertThat(again.unresolvedClose().map(Leg::order)).contains(new ClientOrderId("close-2"));
    }

    @Test
    void isOpenAgainOnceTheLastOrderBeforeTheOperatorsStopIsOver() {
        Trade stopped = Trade.replay(List.of(REQUESTED, FILLED, ENDED, CLOSING)).apply(ABANDONED);
        assertThat(stopped.status()).isEqualTo(TradeStatus.CLOSING);
        assertThat(stopped.keptBy()).contains("ada");
        Trade kept = stopped.apply(CLOSE_EMPTY);
        assertThat(kept.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(kept.closeReason()).isEmpty();
        assertThat(kept.keptBy()).contains("ada");
        assertThat(kept.apply(SECOND_CLOSE).keptBy()).isEmpty();
        Trade sold = stopped.apply(SOLD);
        assertThat(sold.status()).isEqualTo(TradeStatus.CLOSED);
        assertThat(sold.closeReason()).contains(CloseReason.MANUAL);
        Trade inPart = stopped.apply(closeFilled("close-1", "b", Side.YES, "0.92", "2", "0.01"))
                .apply(closeEnded("close-1", "2"));
        assertThat(inPart.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(inPart.held()).isEqualTo(Quantity.of("4"));
        assertThat(inPart.closeReason()).contains(CloseReason.MANUAL);
    }

    @Test
    void closesExactlyWhatItHoldsUnderANewIdEachTime() {
        Trade between = Trade.replay(WAYS.get(TradeStatus.CLOSING));
        assertThatThrownBy(() -> between.apply(closeRequested("close-2", "5")))
                .hasMessageEndingWith("must close the 6.00 it holds, was asked for 5.00");
        assertThatThrownBy(() -> between.apply(CLOSING))
                .hasMessageEndingWith("cannot take CloseRequested: order id close-1 was used before");
    }

    @Test
    void countsASaleItsRecordsHadLostEvenAfterItsSettlement() {
        Trade settled = Trade.replay(List.of(REQUESTED, FILLED, ENDED, EXPIRED, SETTLED));
        assertThat(settled.pnl()).isEqualTo(Money.of("0.22"));
        Trade sold = settled.apply(ADOPTED).apply(closeFilled("close-3", "b", Side.YES, "0.92", "6", "0.03"));
        assertThat(sold.status()).isEqualTo(TradeStatus.CLOSED);
        assertThat(sold.pnl()).as("sold at .92, nothing paid out").isEqualTo(Money.of("-0.29"));
        assertThat(sold.closeReason()).as("nobody knows any more").isEmpty();
        assertThatThrownBy(() -> settled.apply(new CloseAdopted(new ClientOrderId("close-3"), Quantity.of("6.01"), AT)))
                .hasMessageEndingWith("must close at most the 6.00 it holds, was told 6.01");
        assertThatThrownBy(() -> settled.apply(ADOPTED).apply(ADOPTED))
                .hasMessageEndingWith("cannot take CloseAdopted: close order close-3 is unresolved");
    }

    @Test
    void refusesAFillOfTheWrongSideOrAnUnknownOrder() {
        Trade closing = Trade.replay(List.of(REQUESTED, FILLED, ENDED, CLOSING));
        assertThatThrownBy(() -> closing.apply(entryFilled("x", Side.NO, "0.05", "1", "0")))
                .hasMessageContaining("expected a fill that bought YES of");
        assertThatThrownBy(() -> closing.apply(closeFilled("close-9", "x", Side.YES, "0.92", "1", "0")))
                .hasMessageEndingWith("has no close order close-9");
        assertThatThrownBy(() -> closing.apply(closeFilled("close-1", "x", Side.YES, "0.92", "6.01", "0")))
                .hasMessageEndingWith("order close-1 must fill at most 6.00, was filled 6.01");
    }

    @Test
    void doesNotExpireBeforeItsOwnMarketCloses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeExpired(
                        TradeFixtures.CLOSE_TIME, TradeFixtures.CLOSE_TIME.minus(Duration.ofSeconds(1))))
                .withMessage("a trade must not expire before its market's close 2026-11-22T17:00:00Z, was"
                        + " 2026-11-22T16:59:59Z");
    }

    @Test
    void isInDoubtAgainWhenALateFillProvesItWasNotMissed() {
        Trade trade = Trade.replay(List.of(REQUESTED, ENDED_EMPTY, FILLED));
        assertThat(trade.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(trade.entry().isResolved()).isFalse();
        assertThat(trade.mostHeld()).isEqualTo(Quantity.of("10"));
        assertThat(trade.apply(ENDED).mostHeld()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void namesTheCloseReasonWhileItIsBeingSold() {
        Trade closing = Trade.replay(List.of(
                REQUESTED,
                FILLED,
                ENDED,
                new CloseRequested(new ClientOrderId("close-1"), Quantity.of("6"), CloseReason.MOMENTUM_SPIKE, 1, AT)));
        assertThat(closing.closeReason()).contains(CloseReason.MOMENTUM_SPIKE);
        assertThat(closing.apply(CLOSE_EMPTY).apply(ABANDONED).closeReason()).isEmpty();
    }
}
