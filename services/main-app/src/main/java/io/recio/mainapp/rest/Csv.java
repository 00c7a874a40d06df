package io.recio.mainapp.rest;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) of columns each with its name; amounts as exact as stored, times RFC 3339 in UTC. */
public final class Csv {

    private Csv() {}

    /** One column: its name and what stands in it; absent is empty. */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    public static <T> Column<T> column(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value);
    }

    /** A heading and a line for each row. */
    public static <T> String write(List<Column<T>> columns, List<T> rows) {
        String heading = columns.stream().map(Column::name).collect(Collectors.joining(","));
        return Stream.concat(Stream.of(heading), rows.stream().map(row -> columns.stream()
                        .map(column -> quoted(Objects.toString(column.value().apply(row), "")))
                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** As a download of that name. */
    public static RestResponse<String> download(String file, String csv) {
        return RestResponse.ResponseBuilder.ok(csv, "text/csv")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe. */
    static String quoted(String value) {
        boolean number = value.matches("-?\\d+(\\.\\d+)?");
        String safe = !number && value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
