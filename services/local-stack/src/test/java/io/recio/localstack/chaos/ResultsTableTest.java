package io.recio.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {

    private static final List<String> RUNS = List.of(
            "7,kill/trade-executor/sending/met/2103/1 rate-limited/exchange-simulator/any/met/-/8"
                    + " partial-fill/exchange-simulator/any/met/-/0,9,4,12,1,2,3,1,false,22,",
            "8,kill/trade-executor/new/late/1900/1"
                    + " kill/kalshi-account-sync/any/met/4100/1,8,3,9,0,1,2,0,true,24,FILLS_ONCE CASH_EQUAL");

    @Test
    void addsUpRunsFaultsAndRecoveries() {
        assertThat(new ResultsTable(RUNS).text())
                .contains(
                        "| runs | 2 |",
                        "| seeds | 7 to 8 |",
                        "| runs with a violation | 1 |",
                        "| runs at whose end entries were halted | 1 |",
                        "| faults that struck | 4 |",
                        "| fills | 21 |",
                        "| partial-fill | 0 | 0 | 0 |",
                        "| kill | 3 | 3 | 2 | 1900 | 2103 | 2103 | 4100 | 4100 | 4100 |",
                        "| rate-limited | 1 | 8 | 1 |  | |  |  | |  |",
                        "| 8 | FILLS_ONCE CASH_EQUAL | kill/trade-executor/new/late/1900/1"
                                + " kill/kalshi-account-sync/any/met/4100/1 |");
    }

    @Test
    void takesTheSmallestValueThatSoManyPercentDoNotExceed() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();

        assertThat(ResultsTable.percentile(hundred, 50)).isEqualTo(50);
        assertThat(ResultsTable.percentile(hundred, 99)).isEqualTo(99);
        assertThat(ResultsTable.percentile(hundred, 100)).isEqualTo(100);
        assertThat(ResultsTable.percentile(List.of(5L), 99)).isEqualTo(5);
        assertThat(ResultsTable.percentile(List.of(), 99)).isZero();
    }

    @Test
    void goesOnBehindTheLastSeedOfAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("runs.csv");
        assertThat(new ResultsFile(file).lastSeed()).isEmpty();

        Files.writeString(file, ResultsFile.HEADER + "\n" + String.join("\n", RUNS) + "\n");

        assertThat(new ResultsFile(file).lastSeed()).hasValue(8);
        assertThat(new ResultsFile(file).lines()).isEqualTo(RUNS);
    }
}
