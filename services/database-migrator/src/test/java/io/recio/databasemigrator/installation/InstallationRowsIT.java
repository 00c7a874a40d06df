package io.recio.databasemigrator.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.fixtures.TestDatabase;
import io.recio.migrations.MigrationFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationRowsIT {

    private static final SetClock FAST = new SetClock(
            Instant.parse("2026-11-28T14:02:00Z"), Instant.parse("2026-11-28T20:00:00.5Z"), OptionalInt.of(30));

    private final TestDatabase database = TestDatabase.fresh();

    private record SetClock(Instant businessAnchor, Instant systemAnchor, OptionalInt speed) implements WantedClock {}

    private record Wanted(
            String mode, String account, @Nullable SetClock set) implements WantedInstallation {

        @Override
        public Optional<WantedClock> clock() {
            return Optional.ofNullable(set);
        }
    }

    @BeforeEach
    void belongToNobody() {
        database.execute("DELETE FROM system.installation; DELETE FROM system.clock");
    }

    @Test
    void saysWhoseTheDatabaseIsAndThatBusinessTimeIsRealTime() throws SQLException {
        install(new Wanted("paper", "jane", null));
        assertThat(database.texts("SELECT mode || ' ' || account FROM system.installation"))
                .containsExactly("paper jane");
        assertThat(database.texts("SELECT prefix FROM system.installation").getFirst())
                .matches("[0-9a-f]{6}");
        assertThat(database.texts("SELECT (business_anchor - system_anchor < interval '1 ms') || ' x ' || speed"
                        + " FROM system.clock"))
                .containsExactly("true x 1");
    }

    @Test
    void changesNothingTheSecondTime() throws SQLException {
        install(new Wanted("simulated", "simulated", FAST));
        String rows = "SELECT i::text || c::text FROM system.installation i, system.clock c";
        var before = database.texts(rows);
        install(new Wanted("simulated", "simulated", FAST));
        assertThat(database.texts(rows)).isEqualTo(before).hasSize(1);
    }

    @Test
    void keepsTheClockOfASimulatedInstallation() throws SQLException {
        install(new Wanted("simulated", "simulated", FAST));
        assertThat(database.texts("SELECT extract(epoch FROM business_anchor)::numeric(20, 3) || ' '"
                        + " || extract(epoch FROM system_anchor)::numeric(20, 3) || ' ' || speed FROM system.clock"))
                .containsExactly("1795874520.000 1795896000.500 30");
    }

    @Test
    void refusesADatabaseOfAnotherAccount() throws SQLException {
        install(new Wanted("simulated", "simulated", null));
        assertThatThrownBy(() -> install(new Wanted("live", "jane", null)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage(
                        "database must belong to mode live, account jane, belongs to mode simulated, account simulated");
    }

    @Test
    void refusesToMoveBusinessTimeUnderWhatIsRecorded() throws SQLException {
        install(new Wanted("simulated", "simulated", FAST));
        SetClock faster = new SetClock(FAST.businessAnchor(), FAST.systemAnchor(), OptionalInt.of(60));
        assertThatThrownBy(() -> install(new Wanted("simulated", "simulated", faster)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("x 60, runs by")
                .hasMessageEndingWith("x 30");
    }

    @Test
    void refusesAClockOfItsOwnWhereMoneyIsReal() {
        assertThatThrownBy(() -> install(new Wanted("live", "jane", FAST)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage("a clock of its own has only mode simulated, mode was live");
        assertThat(database.texts("SELECT 1 FROM system.clock")).isEmpty();
    }

    private void install(Wanted wanted) throws SQLException {
        try (Connection admin = database.admin()) {
            new InstallationRows(admin).install(wanted);
        }
    }
}
