package io.recio.servicekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.fixtures.TestDatabase;
import io.recio.storage.system.SchemaVersion;
import org.junit.jupiter.api.Test;

/** Whoever adds a migration raises the version that services wait for. */
class SchemaVersionIT {

    @Test
    void isThatOfTheNewestMigration() {
        assertThat(TestDatabase.fresh().texts("SELECT system.schema_version()"))
                .containsExactly(Integer.toString(SchemaVersion.NEEDED));
    }
}
