package io.recio.mainapp.settings;

import io.recio.mainapp.rest.Columns;
import io.recio.mainapp.rest.JsonBody;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * One setting: its name in the API, from which its column follows, and what it may hold. The ranges are those of the
 * schema's constraints (V003).
 */
sealed interface Field {

    /** As in the API: {@code minTimeSeconds}. */
    String name();

    /** The value as the API carries it. */
    Object value(Row row);

    /** The value of a request's body, checked. */
    Object read(JsonBody body);

    /** For forms: kind and range. */
    FieldView view();

    /** As in the table: {@code min_time_seconds}. */
    default String column() {
        return name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** On or off. */
    record Flag(String name) implements Field {

        @Override
        public Object value(Row row) {
            return row.getBoolean(column());
        }

        @Override
        public Object read(JsonBody body) {
            return body.flag(name);
        }

        @Override
        public FieldView view() {
            return new FieldView(name, "flag", null, null, null, null);
        }
    }

    /** A whole number. */
    record Whole(String name, int least, int most) implements Field {

        @Override
        public Object value(Row row) {
            return row.getInteger(column());
        }

        @Override
        public Object read(JsonBody body) {
            return body.whole(name, least, most);
        }

        @Override
        public FieldView view() {
            return new FieldView(name, "whole", Integer.toString(least), Integer.toString(most), 0, null);
        }
    }

    /** An exact decimal, as text. */
    record Decimal(String name, String least, String most, int places) implements Field {

        @Override
        public Object value(Row row) {
            return Columns.decimal(row, column());
        }

        @Override
        public Object read(JsonBody body) {
            return body.decimal(name, new BigDecimal(least), new BigDecimal(most), places);
        }

        @Override
        public FieldView view() {
            return new FieldView(name, "decimal", least, most, places, null);
        }
    }

    /** One of a few words. */
    record Choice(String name, List<String> choices) implements Field {

        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public Object value(Row row) {
            return row.getString(column());
        }

        @Override
        public Object read(JsonBody body) {
            return body.choice(name, choices);
        }

        @Override
        public FieldView view() {
            return new FieldView(name, "choice", null, null, null, choices);
        }
    }
}
