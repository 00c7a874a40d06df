package io.recio.servicekit;

import io.recio.storage.Database;
import io.recio.storage.lease.LeaseStore;
import io.recio.storage.system.HeartbeatStore;
import io.recio.storage.system.SystemStore;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The database and the stores every service uses, as beans. */
class DatabaseBeans {

    @Produces
    @Singleton
    Database database(Pool pool, ServiceConfig config) {
        return new Database(pool, config.database().timeout());
    }

    @Produces
    @Singleton
    LeaseStore leases(Database database, ServiceConfig config) {
        return new LeaseStore(database, config.lease().life());
    }

    @Produces
    @Singleton
    HeartbeatStore heartbeats(Database database) {
        return new HeartbeatStore(database);
    }

    @Produces
    @Singleton
    SystemStore system(Database database) {
        return new SystemStore(database);
    }

    /** For the one listening connection. */
    static PgConnectOptions listenOptions(ServiceConfig config) {
        return PgConnectOptions.fromUri(config.database().url())
                .setUser(config.database().role())
                .setPassword(config.database().password());
    }
}
