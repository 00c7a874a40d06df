package io.recio.storage.system;

/**
 * The schema this code was written for: the number of the newest migration in db/migration. Migrations only add, so a newer
 * schema does as well (decision 0051).
 */
public final class SchemaVersion {

    public static final int NEEDED = 25;

    private SchemaVersion() {}
}
