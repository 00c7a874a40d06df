package io.recio.localstack.postgres;

import java.net.URI;

/**
 * A PostgreSQL server and its administrator.
 *
 * @param database where our schemas live
 * @param entrance a database that exists from the first moment
 */
public record DatabaseServer(
        String host, int port, String database, String entrance, String admin, String adminPassword) {

    /** The embedded server. */
    public static DatabaseServer embedded(int port, String adminPassword) {
        return new DatabaseServer("127.0.0.1", port, "recio", "postgres", PostgresCluster.ADMIN, adminPassword);
    }

    /**
     * An existing server.
     *
     * @param url {@code postgresql://admin:password@host:port/database}
     * @throws IllegalArgumentException when the URL has another form
     */
    public static DatabaseServer at(String url) {
        URI uri = URI.create(url);
        String[] user =
                uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || user.length != 2 || path.isEmpty()) {
            throw new IllegalArgumentException(
                    "database URL must be postgresql://admin:password@host:port/database, was not");
        }
        return new DatabaseServer(
                uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), path, path, user[0], user[1]);
    }

    /** For the services, who bring their own role. */
    public String url() {
        return urlAt(port);
    }

    /** The same database by another port of the same host. */
    public String urlAt(int other) {
        return "postgresql://" + host + ":" + other + "/" + database;
    }

    public String jdbcUrl() {
        return jdbcUrl(database);
    }

    String jdbcUrl(String other) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + other;
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return url();
    }
}
