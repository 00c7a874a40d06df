package io.recio.storage;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Both kinds of time as {@code timestamptz}; the column says which kind it holds. */
public final class Times {

    private Times() {}

    public static OffsetDateTime column(BusinessTime time) {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    public static OffsetDateTime column(SystemTime time) {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    public static BusinessTime business(Row row, String column) {
        return BusinessTime.of(row.getOffsetDateTime(column).toInstant());
    }

    public static SystemTime system(Row row, String column) {
        return SystemTime.of(row.getOffsetDateTime(column).toInstant());
    }

    public static @Nullable BusinessTime businessOrNull(Row row, String column) {
        return row.getOffsetDateTime(column) == null ? null : business(row, column);
    }

    public static @Nullable SystemTime systemOrNull(Row row, String column) {
        return row.getOffsetDateTime(column) == null ? null : system(row, column);
    }
}
