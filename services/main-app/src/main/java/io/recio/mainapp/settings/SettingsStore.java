package io.recio.mainapp.settings;

import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.login.Tokens;
import io.recio.mainapp.rest.ProblemException;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code settings.*}. */
@Singleton
class SettingsStore {

    private static final int TAG_LENGTH = 16;

    private final Database database;
    private final AuditLog audit;

    SettingsStore(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** A group's values by name, in the order of its fields. */
    Map<String, Object> read(SettingsGroup group) {
        return read(database, group, "");
    }

    /**
     * Writes all values of a group at once, with an audit row naming what changed.
     *
     * @param tag the values' tag the writer started from; absent: overwrite whatever is there
     * @throws ProblemException 412 when somebody else changed them since
     */
    void write(Caller.User user, SettingsGroup group, Map<String, Object> values, @Nullable String tag) {
        database.transaction(transaction -> {
            Map<String, Object> before = read(transaction, group, " FOR UPDATE");
            if (tag != null && !tag.equals(tagOf(before))) {
                throw ProblemException.changedMeanwhile(
                        "expected the settings as you read them, found them changed by somebody else");
            }
            var fields = group.fields();
            String assignments = IntStream.range(0, fields.size())
                    .mapToObj(i -> fields.get(i).column() + " = $" + (i + 1)
                            + (fields.get(i) instanceof Field.Decimal ? "::numeric" : ""))
                    .collect(Collectors.joining(", "));
            transaction.update(
                    "UPDATE " + group.table() + " SET " + assignments,
                    fields.stream().map(field -> values.get(field.name())).toArray());
            Map<String, Object> changes = changes(before, read(transaction, group, ""));
            if (!changes.isEmpty()) {
                audit.record(
                        transaction, user.name(), "change-settings", Map.of("group", group.text(), "changes", changes));
            }
            return changes;
        });
    }

    /** Changes whenever a value does. */
    static String tagOf(Map<String, Object> values) {
        return Tokens.hash(DomainJson.write(values)).substring(0, TAG_LENGTH);
    }

    private static Map<String, Object> read(Statements statements, SettingsGroup group, String lock) {
        String columns = group.fields().stream().map(Field::column).collect(Collectors.joining(", "));
        var row = statements
                .first("SELECT " + columns + " FROM " + group.table() + lock)
                .orElseThrow();
        var values = new LinkedHashMap<String, Object>();
        group.fields().forEach(field -> values.put(field.name(), field.value(row)));
        return values;
    }

    private static Map<String, Object> changes(Map<String, Object> before, Map<String, Object> after) {
        var changes = new LinkedHashMap<String, Object>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                changes.put(name, Map.of("from", before.get(name), "to", value));
            }
        });
        return changes;
    }
}
