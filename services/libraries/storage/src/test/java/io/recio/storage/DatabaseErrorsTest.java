package io.recio.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "08000, connection exception",
        "08003, connection does not exist",
        "08006, connection failure",
        "08P01, protocol violation",
        "25006, cannot execute INSERT in a read-only transaction",
        "25P03, idle in transaction too long",
        "25P04, transaction too long",
        "28000, role is not permitted to log in",
        "28P01, password authentication failed",
        "40001, serialization failure",
        "40P01, deadlock detected",
        "53100, disk full",
        "53200, out of memory",
        "53300, too many connections",
        "55P03, lock not available",
        "57014, canceling statement due to statement timeout",
        "57P01, terminating connection due to administrator command",
        "57P02, terminating connection because of crash of another server process",
        "57P03, the database system is starting up",
        "57P05, idle session timeout",
        "58030, could not read file",
    })
    void callsTheDatabaseAway(String state, String message) {
        assertThat(DatabaseErrors.meaningOf(refused(message, state, null)))
                .isExactlyInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "22P02, invalid input syntax for type numeric",
        "42501, permission denied for table users",
        "42601, syntax error",
        "42P01, relation does not exist",
        "P0001, raised by a function of ours",
    })
    void callsAStatementRefused(String state, String message) {
        assertThat(DatabaseErrors.meaningOf(refused(message, state, null)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"23505, requests_key_unique", "23514, fills_quantity_positive", "23503, orders_intent_known"})
    void namesTheRuleThatWasBroken(String state, String constraint) {
        assertThat(DatabaseErrors.meaningOf(refused("refused", state, constraint)))
                .isInstanceOfSatisfying(ConstraintViolated.class, broken -> assertThat(broken.constraint())
                        .isEqualTo(constraint));
    }

    @Test
    void callsADatabaseThatCannotBeReachedAway() {
        assertThat(DatabaseErrors.meaningOf(new IOException("Connection refused")))
                .isExactlyInstanceOf(DatabaseUnavailable.class);
        assertThat(DatabaseErrors.meaningOf(new VertxException("Connection was closed")))
                .isExactlyInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void callsAParameterOfTheWrongTypeOurMistake() {
        assertThat(DatabaseErrors.meaningOf(
                        new IllegalArgumentException("Parameter at position[0] cannot be coerced to Number")))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    private static PgException refused(String message, String state, String constraint) {
        return new PgException(
                message,
                "ERROR",
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                constraint);
    }
}
