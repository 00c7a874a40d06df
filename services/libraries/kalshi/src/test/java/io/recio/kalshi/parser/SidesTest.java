package io.recio.kalshi.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesTest {

    @ParameterizedTest
    @CsvSource({
        "yes, bid, buy, yes, YES",
        "no, ask, buy, no, NO",
        "yes, bid, sell, no, YES",
        "no, ask, sell, yes, NO",
        ", bid, , , YES",
        ", ask, , , NO",
        ", , buy, yes, YES",
        ", , sell, yes, NO",
        ", , buy, no, NO",
        ", , sell, no, YES"
    })
    void turnsEveryWordingIntoTheSideBought(String outcome, String book, String action, String side, Side bought) {
        assertThat(Sides.bought(outcome, book, action, side)).contains(bought);
    }

    @Test
    void guessesNothingFromWordsItDoesNotKnow() {
        assertThat(Sides.bought("maybe", "both", "swap", "yes")).isEmpty();
        assertThat(Sides.bought(null, null, null, "yes")).isEmpty();
    }

    @Test
    void writesTheSideBoughtAsASideOfTheBook() {
        assertThat(Sides.bookSide(Side.YES)).isEqualTo("bid");
        assertThat(Sides.bookSide(Side.NO)).isEqualTo("ask");
    }
}
