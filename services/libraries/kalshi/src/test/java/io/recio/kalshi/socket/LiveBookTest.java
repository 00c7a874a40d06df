package io.recio.kalshi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveBookTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheNaiveBookAfterEveryChange(long seed) {
        Random random = new Random(seed);
        Book naive = new Book(List.of(new Level(Price.of("0.40"), Quantity.ofContracts(5))), List.of());
        LiveBook live = new LiveBook(naive);

        for (int step = 0; step < 2_000; step++) {
            Side side = random.nextBoolean() ? Side.YES : Side.NO;
            Price price = Price.ofCents(1 + random.nextInt(99));
            long change = random.nextInt(-1_000, 1_000);
            long size = sizeAt(naive, side, price) + change;

            assertThat(live.change(side, price, change)).isEqualTo(size >= 0);
            if (size >= 0) {
                naive = naive.with(side, price, new Quantity(size));
            }
            assertThat(live.book()).isEqualTo(naive);
        }
    }

    private static long sizeAt(Book book, Side side, Price price) {
        return book.bids(side).stream()
                .filter(level -> level.price().equals(price))
                .mapToLong(level -> level.size().units())
                .sum();
    }
}
