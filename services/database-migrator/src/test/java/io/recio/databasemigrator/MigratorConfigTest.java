package io.recio.databasemigrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings of a pod come to. */
class MigratorConfigTest {

    @Test
    void needsNothingToMakeSecrets() {
        MigratorConfig config = read(Map.of());
        assertThat(config.jdbcUrl()).isEmpty();
        assertThat(config.installation()).isEmpty();
    }

    @Test
    void takesRealTimeUnlessTheClockIsGiven() {
        MigratorConfig config = read(Map.of(
                "database-migrator.installation.mode", "live", "database-migrator.installation.account", "jane"));
        assertThat(config.installation().orElseThrow().account()).isEqualTo("jane");
        assertThat(config.installation().orElseThrow().clock()).isEmpty();
    }

    private static MigratorConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(MigratorConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(MigratorConfig.class);
    }
}
