package io.recio.tradeexecutor.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPurpose;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.Settings;
import io.recio.tradeexecutor.doubt.DoubtResolver.Absent;
import io.recio.tradeexecutor.doubt.DoubtResolver.Exists;
import io.recio.tradeexecutor.doubt.DoubtResolver.Filled;
import io.recio.tradeexecutor.doubt.DoubtResolver.StillUnknown;
import io.recio.tradeexecutor.doubt.DoubtResolver.Verdict;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoubtResolverTest {

    private static final ClientOrderId ORDER = new ClientOrderId("test-order");
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final ExchangeOrderId EXCHANGE_ID = new ExchangeOrderId("X-1");
    private static final SystemTime SENT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));

    /** Send time and timeout and margin, five seconds each, and a little more. */
    private static final SystemTime ENOUGH = SENT.plus(Duration.ofMillis(10_001));

    private static final Exchange.Found FOUND =
            new Exchange.Found(EXCHANGE_ID, Quantity.ofContracts(8), Quantity.ZERO, true, CancelReason.OTHER);
    private static final Fill FILL = new Fill(
            new FillId("F-1"),
            EXCHANGE_ID,
            Optional.of(ORDER),
            TICKER,
            Side.YES,
            Price.of("0.97"),
            Quantity.ofContracts(8),
            Money.ZERO,
            true,
            BusinessTime.parse("2026-11-22T16:50:00Z"));

    private final Account account = new Account();
    private final Market market = new Market();
    private final AtomicInteger scanned = new AtomicInteger();
    private final DoubtResolver resolver =
            new DoubtResolver(market, account, Settings.with(Map.of()), scanned::incrementAndGet);

    @AfterEach
    void close() {
        resolver.close();
    }

    @Test
    void believesTheAccountBeforeAnyScan() {
        account.recorded = Optional.of(FOUND);
        assertThat(resolver.look(inDoubt())).isEqualTo(new Exists(FOUND));
        assertThat(market.scans).isZero();
    }

    @Test
    void findsTheOrderAtTheExchange() {
        market.scan = new Exchange.Scan(Optional.of(FOUND), List.of(), SENT);
        assertThat(looks(2)).isEqualTo(new Exists(FOUND));
    }

    @Test
    void takesARecordedFillForProofThatItLived() {
        account.fills = List.of(FILL);
        assertThat(resolver.look(inDoubt())).isEqualTo(new Filled(List.of(FILL)));
        assertThat(market.scans).isZero();
    }

    @Test
    void takesAFillFoundByAScanForProofThatItLived() {
        market.scan = new Exchange.Scan(Optional.empty(), List.of(FILL), ENOUGH);
        assertThat(looks(2)).isEqualTo(new Filled(List.of(FILL)));
    }

    @Test
    void neverCallsAnOrderAbsentThatAFillHasNamed() {
        account.fills = List.of(FILL);
        StoredOrder stored = inDoubt();
        StoredOrder named = new StoredOrder(
                stored.order().apply(new OrderEvent.OrderFilled(FILL, SENT)),
                stored.event(),
                stored.closesAt(),
                stored.sentAt(),
                stored.events() + 1);
        assertThat(looks(5, named)).isEqualTo(new StillUnknown());
    }

    @Test
    void callsItAbsentAfterTwoFullScans() {
        assertThat(looks(2)).isEqualTo(new StillUnknown());
        assertThat(looks(1)).isInstanceOf(Absent.class);
    }

    @Test
    void provesNoAbsenceWithoutAListeningSocket() {
        account.listeningSince = Optional.empty();
        assertThat(looks(5)).isEqualTo(new StillUnknown());
    }

    @Test
    void provesNoAbsenceByASocketSubscribedAfterTheSend() {
        account.listeningSince = Optional.of(SENT);
        assertThat(looks(5)).isEqualTo(new StillUnknown());
    }

    @Test
    void provesAbsenceWithoutTheSocketOnceTheMarketIsDetermined() {
        account.listeningSince = Optional.empty();
        account.determinedBy = Optional.of(ENOUGH.plus(Duration.ofMinutes(10)));
        market.scan = new Exchange.Scan(Optional.empty(), List.of(), ENOUGH.plus(Duration.ofMinutes(10)));
        assertThat(looks(5)).isEqualTo(new StillUnknown());

        market.scan = new Exchange.Scan(Optional.empty(), List.of(), ENOUGH.plus(Duration.ofMinutes(11)));

        assertThat(looks(2)).isEqualTo(new StillUnknown());
        assertThat(looks(1)).isInstanceOf(Absent.class);
    }

    @Test
    void provesNoAbsenceWhileTheExchangeMayNotShowItYet() {
        market.scan = new Exchange.Scan(Optional.empty(), List.of(), SENT.plus(Duration.ofSeconds(10)));
        assertThat(looks(5)).isEqualTo(new StillUnknown());
    }

    @Test
    void countsAgainAfterTheSocketWasLost() {
        looks(2);
        account.listeningSince = Optional.empty();
        looks(1);
        account.listeningSince = Optional.of(SENT.minus(Duration.ofSeconds(1)));
        assertThat(looks(1)).isEqualTo(new StillUnknown());
        assertThat(looks(1)).isInstanceOf(Absent.class);
    }

    @Test
    void looksAgainAfterAScanFailed() {
        market.failure = Optional.of(new ExchangeAway("page 2 could not be read"));
        assertThat(looks(2)).isEqualTo(new StillUnknown());
        market.failure = Optional.of(new IllegalStateException("unreadable order"));
        assertThat(looks(2)).isEqualTo(new StillUnknown());
        market.failure = Optional.empty();
        looks(2);
        assertThat(looks(1)).isInstanceOf(Absent.class);
    }

    /** Looks so many times, each time once the scan the look before began has ended; the last verdict. */
    private Verdict looks(int times) {
        return looks(times, inDoubt());
    }

    private Verdict looks(int times, StoredOrder order) {
        Verdict verdict = new StillUnknown();
        for (int i = 0; i < times; i++) {
            int before = scanned.get();
            verdict = resolver.look(order);
            if (verdict instanceof StillUnknown) {
                await().atMost(Duration.ofSeconds(5)).until(() -> scanned.get() > before);
            }
        }
        return verdict;
    }

    private static StoredOrder inDoubt() {
        OrderIntent intent = new OrderIntent(
                ORDER,
                TICKER,
                BookSide.BID,
                Quantity.ofContracts(20),
                Price.of("0.97"),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                false,
                SelfTradePrevention.TAKER_AT_CROSS,
                Optional.empty(),
                2,
                OrderPurpose.ENTRY,
                Optional.of(SENT.plus(Duration.ofSeconds(2))));
        Order order = Order.replay(List.of(
                new OrderEvent.OrderIntended(intent, SENT),
                new OrderEvent.OrderClaimed(1, 1, SENT),
                new OrderEvent.OrderFellInDoubt("timeout", SENT)));
        return new StoredOrder(
                order,
                new EventTicker("KXBTCD-26NOV2217"),
                BusinessTime.parse("2026-11-22T17:00:00Z"),
                Optional.of(SENT),
                2);
    }

    private static final class Account implements AccountEvidence {

        private Optional<Exchange.Found> recorded = Optional.empty();
        private List<Fill> fills = List.of();
        private Optional<SystemTime> listeningSince = Optional.of(SENT.minus(Duration.ofSeconds(1)));
        private Optional<SystemTime> determinedBy = Optional.empty();

        @Override
        public Optional<Exchange.Found> find(ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
            return recorded;
        }

        @Override
        public List<Fill> fills(ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
            return fills;
        }

        @Override
        public Optional<SystemTime> listeningSince() {
            return listeningSince;
        }

        @Override
        public Optional<SystemTime> determinedBy(MarketTicker ticker) {
            return determinedBy;
        }
    }

    private static final class Market implements Exchange {

        private volatile Scan scan = new Scan(Optional.empty(), List.of(), ENOUGH);
        private volatile Optional<RuntimeException> failure = Optional.empty();
        private volatile int scans;

        @Override
        public Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker) {
            scans = scans + 1;
            failure.ifPresent(e -> {
                throw e;
            });
            return scan;
        }

        @Override
        public SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
            throw new AssertionError("a look-up must send nothing");
        }

        @Override
        public CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
            throw new AssertionError("a look-up must cancel nothing");
        }

        @Override
        public boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite) {
            throw new AssertionError("a look-up must renew nothing");
        }

        @Override
        public void proveAccess() {}
    }
}
