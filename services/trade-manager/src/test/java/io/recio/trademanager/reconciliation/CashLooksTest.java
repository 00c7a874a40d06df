package io.recio.trademanager.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Money;
import io.recio.domain.time.SystemTime;
import io.recio.trademanager.reconciliation.CashLooks.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CashLooksTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final Optional<Money> FIVE = Optional.of(Money.of("5"));

    private final CashLooks looks = new CashLooks();

    @Test
    void decidesOnlyWhenTwoLooksInARowSayTheSame() {
        assertThat(looks.look(at(0), FIVE)).isEqualTo(new Verdict.Undecided());
        assertThat(looks.look(at(1), Optional.of(Money.of("6")))).isEqualTo(new Verdict.Undecided());
        assertThat(looks.look(at(2), FIVE)).isEqualTo(new Verdict.Undecided());
        assertThat(looks.look(at(3), FIVE)).isEqualTo(new Verdict.Differing(Money.of("5")));
        assertThat(looks.look(at(4), Optional.empty())).isEqualTo(new Verdict.Undecided());
        assertThat(looks.look(at(5), Optional.empty())).isEqualTo(new Verdict.Agreed());
    }

    @Test
    void countsEachReconciliationOnceAndBeginsAnewAfterOneThatSaysNothing() {
        looks.look(at(0), FIVE);
        assertThat(looks.isNew(at(0))).isFalse();
        looks.skip(at(1));
        assertThat(looks.isNew(at(1))).isFalse();
        assertThat(looks.look(at(2), FIVE)).isEqualTo(new Verdict.Undecided());
    }

    @Test
    void allowsACentForEachFillAndOneForTheLook() {
        CashCount anchor = new CashCount(Money.of("100"), Money.of("-7"), 3);
        assertThat(new CashCount(Money.of("90.35"), Money.of("-16.63"), 4).agreesWith(anchor))
                .isTrue();
        assertThat(new CashCount(Money.of("90.349999"), Money.of("-16.63"), 4).agreesWith(anchor))
                .isFalse();
        assertThat(new CashCount(Money.of("95"), Money.of("-16.63"), 4).unexplainedSince(anchor))
                .isEqualTo(Money.of("4.63"));
    }

    private static SystemTime at(long seconds) {
        return AT.plus(Duration.ofSeconds(seconds));
    }
}
