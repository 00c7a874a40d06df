package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.fixtures.TestDatabase;
import org.junit.jupiter.api.Test;

/** The tests run on the PostgreSQL the build asks for, or a run on another version would prove nothing. */
class ServerVersionIT {

    @Test
    void isTheOneTheBuildAsksFor() {
        String major = System.getProperty("recio.postgres.version").split("\\.")[0];

        assertThat(TestDatabase.fresh().texts("SELECT split_part(current_setting('server_version'), '.', 1)"))
                .containsExactly(major);
    }
}
