package io.recio.mainapp.account;

import io.recio.mainapp.stream.Topic;
import io.recio.mainapp.stream.TopicSource;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Balances, positions and their freshness, live; one item. */
@Singleton
class AccountTopic implements TopicSource {

    private final AccountRows rows;

    AccountTopic(AccountRows rows) {
        this.rows = rows;
    }

    /** What the item holds. */
    record AccountView(
            List<BalanceView> balances, TotalView total, List<PositionView> positions, Optional<SyncView> sync) {

        AccountView {
            balances = List.copyOf(balances);
            positions = List.copyOf(positions);
        }
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNT;
    }

    @Override
    public SequencedMap<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        items.put(
                "account",
                DomainJson.write(new AccountView(rows.balances(), rows.total(), rows.positions(), rows.sync())));
        return items;
    }
}
