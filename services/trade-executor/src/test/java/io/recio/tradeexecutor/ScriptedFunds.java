package io.recio.tradeexecutor;

import io.recio.tradeexecutor.funds.FundsExchange;
import io.recio.tradeexecutor.funds.Transfer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An exchange that moves money but never says so at once. */
@Alternative
@Priority(1)
@Singleton
class ScriptedFunds implements FundsExchange {

    private final List<Transfer> moved = new CopyOnWriteArrayList<>();

    List<Transfer> moved() {
        return moved;
    }

    @Override
    public Outcome move(Transfer transfer) {
        moved.add(transfer);
        return new Unknown("TIMEOUT: no answer");
    }

    @Override
    public List<Known> known() {
        return moved.stream()
                .map(each -> new Known(
                        each.id().toString(), each.from(), each.to(), each.amount(), true, Optional.of(each.askedAt())))
                .toList();
    }
}
