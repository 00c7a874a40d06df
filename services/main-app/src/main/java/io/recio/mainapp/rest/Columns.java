package io.recio.mainapp.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Columns of a row as views carry them: amounts as decimal text, times as instants, documents as JSON. */
public final class Columns {

    private Columns() {}

    public static String decimal(Row row, String column) {
        return row.getBigDecimal(column).toPlainString();
    }

    public static @Nullable String decimalOrNull(Row row, String column) {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toPlainString();
    }

    public static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static @Nullable Instant timeOrNull(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    /** A jsonb column selected as text. */
    public static JsonNode document(Row row, String column) {
        return parse(row.getString(column));
    }

    public static @Nullable JsonNode documentOrNull(Row row, String column) {
        String text = row.getString(column);
        return text == null ? null : parse(text);
    }

    private static JsonNode parse(String text) {
        try {
            return DomainJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column must hold JSON, was unreadable", e);
        }
    }
}
