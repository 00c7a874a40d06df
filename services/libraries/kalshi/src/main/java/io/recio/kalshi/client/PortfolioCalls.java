package io.recio.kalshi.client;

import io.recio.domain.money.Money;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.OrderState;
import io.recio.kalshi.model.ShardTransfer;
import io.recio.kalshi.model.UnreadableItem;
import io.recio.kalshi.parser.AccountItems;
import io.recio.kalshi.parser.PortfolioParser;
import io.recio.kalshi.wire.WireOrders;
import io.recio.kalshi.wire.WirePortfolio;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The account: every list is read to its last page. */
public final class PortfolioCalls {

    private static final int ROWS_PER_PAGE = 1000;
    /** Settlements do not name their subaccount, so only ours are asked for. */
    private static final int PRIMARY = 0;
    /** Units of money in the exchange's hundredth of a cent. */
    private static final long UNITS_PER_CENTICENT = 100;

    private final CallRunner calls;
    private final AccountItems items;

    PortfolioCalls(CallRunner calls) {
        this(calls, AccountItems.STRICT);
    }

    private PortfolioCalls(CallRunner calls, AccountItems items) {
        this.calls = calls;
        this.items = items;
    }

    /**
     * The same calls, but an item of a list that cannot be read is told and left out instead of failing the whole list. For
     * records only: what is left out proves nothing absent.
     */
    public PortfolioCalls sparing(Consumer<UnreadableItem> told) {
        return new PortfolioCalls(calls, AccountItems.sparing(told));
    }

    /** The money, shard by shard. */
    public AccountBalance balance() {
        return calls.read(Call.get("/portfolio/balance"), WirePortfolio.Balance.class, PortfolioParser::balance);
    }

    /** The exchange's id of whose account this is, as its newest order tells it; empty while there is no order. */
    public Optional<String> userId() {
        return calls.read(
                Call.get("/portfolio/orders").with("limit", 1),
                WirePortfolio.OwnerPage.class,
                page -> page.orders().stream()
                        .map(WirePortfolio.Owner::userId)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /** What is held now; markets with a position of zero are left out. */
    public List<AccountPosition> positions() {
        return calls.readPages(
                list("/portfolio/positions").with("count_filter", "position"),
                WirePortfolio.PositionPage.class,
                items::positions,
                WirePortfolio.PositionPage::cursor);
    }

    /** Orders in any state. The exchange cannot be asked by client order id: match on this list. */
    public List<AccountOrder> orders(AccountQuery query) {
        return readOrders(query.on(list("/portfolio/orders")));
    }

    public List<AccountOrder> orders(AccountQuery query, OrderState state) {
        if (state == OrderState.UNKNOWN) {
            throw new IllegalArgumentException("orders can be asked for by a known state, was " + state);
        }
        return readOrders(
                query.on(list("/portfolio/orders")).with("status", state.name().toLowerCase(Locale.ROOT)));
    }

    /** One order; empty when the exchange does not know it. */
    public Optional<AccountOrder> order(ExchangeOrderId id) {
        return calls.find(
                Call.get("/portfolio/orders/" + Call.encode(id.value())),
                WirePortfolio.OrderAnswer.class,
                wire -> PortfolioParser.order(wire.order()));
    }

    public List<Fill> fills(AccountQuery query) {
        return calls.readPages(
                query.on(list("/portfolio/fills")).with("order_id", query.order()),
                WirePortfolio.FillPage.class,
                items::fills,
                WirePortfolio.FillPage::cursor);
    }

    public List<AccountSettlement> settlements(AccountQuery query) {
        return calls.readPages(
                query.on(list("/portfolio/settlements")).with("subaccount", PRIMARY),
                WirePortfolio.SettlementPage.class,
                items::settlements,
                WirePortfolio.SettlementPage::cursor);
    }

    /**
     * Moves money between shards.
     *
     * @param amount positive, to a hundredth of a cent
     * @param transferId the same id moves the money once
     * @return the exchange's id of the transfer
     */
    public WriteResult<String> transfer(int fromShard, int toShard, Money amount, UUID transferId) {
        if (!amount.isPositive() || amount.units() % UNITS_PER_CENTICENT != 0) {
            throw new IllegalArgumentException("transfer must be positive with at most 4 decimals, was " + amount);
        }
        WireOrders.Transfer body = new WireOrders.Transfer(
                "event_contract",
                "event_contract",
                amount.units() / UNITS_PER_CENTICENT,
                fromShard,
                toShard,
                transferId.toString());
        return calls.write(
                Call.write(HttpMethod.POST, "/portfolio/intra_exchange_instance_transfer", Charge.write(0))
                        .withBody(body),
                SendPermit.ALWAYS,
                WireOrders.Transferred.class,
                wire -> Optional.ofNullable(wire.transferId())
                        .orElseThrow(() -> new IllegalArgumentException("expected transfer_id, found none")));
    }

    /** All transfers between shards, newest first as the exchange lists them. */
    public List<ShardTransfer> transfers() {
        return calls.readPages(
                list("/portfolio/intra_exchange_instance_transfers"),
                WirePortfolio.TransferPage.class,
                page -> page.transfers().stream().map(PortfolioParser::transfer).toList(),
                WirePortfolio.TransferPage::cursor);
    }

    private List<AccountOrder> readOrders(Call call) {
        return calls.readPages(call, WirePortfolio.OrderPage.class, items::orders, WirePortfolio.OrderPage::cursor);
    }

    private static Call list(String path) {
        return Call.get(path).with("limit", ROWS_PER_PAGE);
    }
}
