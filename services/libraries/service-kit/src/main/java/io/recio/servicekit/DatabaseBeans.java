package io.recio.servicekit;

import io.recio.storage.Database;
import io.recio.storage.access.DatabaseAccess;
import io.recio.storage.lease.LeaseStore;
import io.recio.storage.system.HeartbeatStore;
import io.recio.storage.system.SystemStore;
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

    /** For a listening connection; the pool's are secured in the same way. */
    @Produces
    @Singleton
    DatabaseAccess access(ServiceConfig config) {
        ServiceConfig.Database settings = config.database();
        return new DatabaseAccess(settings.url(), settings.role(), settings.password(), settings.caFile());
    }
}
