package io.recio.tradeexecutor.funds;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Money;
import io.recio.tradeexecutor.funds.TransferRules.Move;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransferRulesTest {

    private static final Money TARGET = Money.of("1010");

    @Test
    void movesWhatIsMissingFromTheRichestShard() {
        assertThat(TransferRules.move(Map.of(0, Money.of("2000"), 1, Money.of("600"), 2, Money.of("10.25")), 2, TARGET))
                .contains(new Move(0, 2, Money.of("999.75")));
    }

    @Test
    void movesAllThereIsInWholeCentsWhenThatIsLess() {
        assertThat(TransferRules.move(Map.of(0, Money.of("600.129"), 2, Money.ZERO), 2, TARGET))
                .contains(new Move(0, 2, Money.of("600.12")));
    }

    @Test
    void movesToAShardOfWhichNothingIsKnown() {
        assertThat(TransferRules.move(Map.of(0, Money.of("5000")), 2, TARGET)).contains(new Move(0, 2, TARGET));
    }

    @Test
    void movesNothingWhereEnoughIsHeldOrLessThanADollarCouldBe() {
        assertThat(TransferRules.move(Map.of(0, Money.of("5000"), 2, TARGET), 2, TARGET))
                .isEmpty();
        assertThat(TransferRules.move(Map.of(0, Money.of("0.99"), 2, Money.ZERO), 2, TARGET))
                .isEmpty();
        assertThat(TransferRules.move(Map.of(2, Money.ZERO), 2, TARGET)).isEmpty();
    }
}
