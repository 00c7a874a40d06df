package io.recio.kalshi.parser;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.order.Fill;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.UnreadableItem;
import io.recio.kalshi.wire.Json;
import io.recio.kalshi.wire.WirePortfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items of a page of our account, one by one: strict, where one that cannot be read fails the whole page, or sparing,
 * where it is told and the others are read all the same. Items of numbered subaccounts are not ours and are left out.
 */
public final class AccountItems {

    public static final AccountItems STRICT = new AccountItems(Optional.empty());

    private static final int LONGEST_ID = 80;

    private final Optional<Consumer<UnreadableItem>> spared;

    private AccountItems(Optional<Consumer<UnreadableItem>> spared) {
        this.spared = spared;
    }

    public static AccountItems sparing(Consumer<UnreadableItem> told) {
        return new AccountItems(Optional.of(told));
    }

    public List<AccountPosition> positions(WirePortfolio.PositionPage page) {
        return items(
                "market_positions", page.marketPositions(), WirePortfolio.Position.class, PortfolioParser::position);
    }

    public List<AccountOrder> orders(WirePortfolio.OrderPage page) {
        return items("orders", page.orders(), WirePortfolio.Order.class, PortfolioParser::order);
    }

    public List<Fill> fills(WirePortfolio.FillPage page) {
        return items("fills", page.fills(), WirePortfolio.Fill.class, PortfolioParser::fill);
    }

    public List<AccountSettlement> settlements(WirePortfolio.SettlementPage page) {
        return items("settlements", page.settlements(), WirePortfolio.Settlement.class, PortfolioParser::settlement);
    }

    private <W, T> List<T> items(String list, @Nullable List<JsonNode> page, Class<W> type, Function<W, T> parser) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : Fields.required(list, page)) {
            try {
                if (Subaccounts.isPrimary(item)) {
                    items.add(parser.apply(Json.read(item, type)));
                }
            } catch (UnreadableAnswer | IllegalArgumentException | ArithmeticException e) {
                spared.orElseThrow(() -> e).accept(new UnreadableItem(list, id(item), String.valueOf(e.getMessage())));
            }
        }
        return items;
    }

    private static String id(JsonNode item) {
        String id = Stream.of("trade_id", "order_id", "ticker")
                .map(name -> item.path(name).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }
}
