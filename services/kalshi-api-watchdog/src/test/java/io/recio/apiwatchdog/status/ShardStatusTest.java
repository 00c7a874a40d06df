package io.recio.apiwatchdog.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.kalshi.model.ExchangeStatus;
import io.recio.kalshi.model.ExchangeStatus.Activity;
import io.recio.kalshi.model.ExchangeStatus.ShardActivity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardStatusTest {

    private static final Activity OPEN = new Activity(true, true, true);
    private static final Activity PAUSED = new Activity(true, false, true);
    private static final ShardStatus TRADES = new ShardStatus(true, true, Optional.empty());

    @Test
    void tellsEachShardApart() {
        ExchangeStatus status = new ExchangeStatus(OPEN, List.of(new ShardActivity(2, PAUSED)), Optional.empty());

        assertThat(ShardStatus.of(status, Set.of(2)))
                .isEqualTo(Map.of(0, TRADES, 2, new ShardStatus(true, false, Optional.empty())));
    }

    @Test
    void countsOurShardAsStoppedWhenTheListLeavesItOut() {
        ExchangeStatus status = new ExchangeStatus(OPEN, List.of(new ShardActivity(1, OPEN)), Optional.empty());

        assertThat(ShardStatus.of(status, Set.of(2)).get(2).isTrading()).isFalse();
    }

    @Test
    void takesTheWholeForEachShardWhenNoneAreListed() {
        ExchangeStatus status = new ExchangeStatus(OPEN, List.of(), Optional.empty());

        assertThat(ShardStatus.of(status, Set.of(2))).isEqualTo(Map.of(0, TRADES, 2, TRADES));
    }
}
