package io.recio.accountsync.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.NetPosition;
import io.recio.kalshi.model.SocketMessage.PositionUpdated;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionBookTest {

    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final BusinessTime NOON = BusinessTime.parse("2026-11-22T17:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PositionBook book = new PositionBook(List.of());

    @Test
    void followsFillsInTheOrderOfTheExchangesTime() {
        filled("10.00", NOON.plus(SECOND), 0);

        assertThat(filled("4.00", NOON, 1)).isEmpty();
        assertThat(filled("12.00", NOON.plus(SECOND), 2))
                .hasValueSatisfying(row -> assertThat(row.position()).isEqualTo(NetPosition.of("12.00")));
    }

    @Test
    void doesNotBelieveAFrameWithoutTimeAgainstAFill() {
        filled("10.00", NOON, 0);
        PositionUpdated late = frame("0.00", "0.00");

        assertThat(book.agrees(late)).isFalse();
        assertThat(book.told(late)).isEmpty();
        assertThat(held()).isEqualTo("10.00");
    }

    @Test
    void takesTheMoneyOfAFrameThatAgrees() {
        filled("10.00", NOON, 0);

        assertThat(book.told(frame("10.00", "9.60")))
                .hasValueSatisfying(row -> assertThat(row.exposure()).isEqualTo(Money.of("9.60")));
        assertThat(book.told(frame("10.00", "9.60"))).isEmpty();
    }

    @Test
    void isCorrectedByARead() {
        filled("10.00", NOON, 0);

        List<HeldPosition> changes = book.read(List.of(position("7.00", NOON.plus(SECOND))), true, nanos(1));

        assertThat(changes)
                .containsExactly(new HeldPosition(
                        TICKER,
                        NetPosition.of("7.00"),
                        Money.of("6.72"),
                        Money.ZERO,
                        Money.of("0.03"),
                        NOON.plus(SECOND)));
    }

    @Test
    void keepsAFreshFillThatAReadDoesNotShowYet() {
        filled("10.00", NOON.plus(SECOND), nanos(10));

        assertThat(book.read(List.of(position("4.00", NOON)), true, nanos(11))).isEmpty();
        assertThat(book.read(List.of(), true, nanos(12))).isEmpty();
        assertThat(held()).isEqualTo("10.00");
    }

    @Test
    void believesTheReadOnceTheFillIsOldEnoughToBeInIt() {
        filled("10.00", NOON.plus(SECOND), nanos(10));

        book.read(List.of(position("4.00", NOON)), true, nanos(16));

        assertThat(held()).isEqualTo("4.00");
    }

    @Test
    void holdsNothingInAMarketThatTheReadLeavesOut() {
        PositionBook recorded = new PositionBook(List.of(new HeldPosition(
                TICKER, NetPosition.of("-3.00"), Money.of("2.00"), Money.ZERO, Money.of("0.01"), NOON)));

        assertThat(recorded.held()).containsExactly(TICKER);
        assertThat(recorded.read(List.of(), true, nanos(1)))
                .containsExactly(
                        new HeldPosition(TICKER, NetPosition.FLAT, Money.ZERO, Money.ZERO, Money.of("0.01"), NOON));
        assertThat(recorded.held()).isEmpty();
    }

    @Test
    void isFlatOnceSettledAndStaysSoAgainstAnOlderRead() {
        filled("10.00", NOON, nanos(1));

        assertThat(book.settled(TICKER, NOON.plus(SECOND))).isPresent();
        assertThat(book.settled(TICKER, NOON.plus(SECOND))).isEmpty();
        assertThat(book.read(List.of(position("10.00", NOON)), true, nanos(2))).isEmpty();
        assertThat(held()).isEqualTo("0.00");
    }

    @Test
    void ignoresAFlatFrameOfAMarketNeverHeld() {
        assertThat(book.agrees(frame("0.00", "0.00"))).isTrue();
        assertThat(book.told(frame("0.00", "0.00"))).isEmpty();
    }

    private Optional<HeldPosition> filled(String after, BusinessTime at, long nanos) {
        return book.filled(TICKER, NetPosition.of(after), at, nanos);
    }

    private String held() {
        return book.of(TICKER).orElseThrow().position().toString();
    }

    private static PositionUpdated frame(String position, String cost) {
        return new PositionUpdated(TICKER, NetPosition.of(position), Money.of(cost), Money.ZERO, Money.of("0.03"));
    }

    private static AccountPosition position(String position, BusinessTime at) {
        return new AccountPosition(
                TICKER,
                NetPosition.of(position),
                Money.of("6.72"),
                Money.ZERO,
                Money.of("0.03"),
                Money.of("9.60"),
                at,
                Optional.of(2));
    }

    private static long nanos(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
