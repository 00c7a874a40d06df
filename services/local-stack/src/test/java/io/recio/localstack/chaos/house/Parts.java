package io.recio.localstack.chaos.house;

import io.recio.accountsync.read.AccountReads;
import io.recio.storage.Database;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.order.OrderStore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What takes the place of which part; each gets the real one. */
record Parts(
        UnaryOperator<Exchange> exchange,
        Function<Database, UnaryOperator<OrderStore>> orders,
        UnaryOperator<AccountReads> reads) {

    static final Parts SOUND = new Parts(real -> real, database -> real -> real, real -> real);

    static Parts withExchange(UnaryOperator<Exchange> broken) {
        return new Parts(broken, SOUND.orders, SOUND.reads);
    }

    static Parts withOrders(Function<Database, UnaryOperator<OrderStore>> broken) {
        return new Parts(SOUND.exchange, broken, SOUND.reads);
    }

    static Parts withReads(UnaryOperator<AccountReads> broken) {
        return new Parts(SOUND.exchange, SOUND.orders, broken);
    }
}
