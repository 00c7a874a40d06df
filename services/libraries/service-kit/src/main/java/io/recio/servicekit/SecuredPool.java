package io.recio.servicekit;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.recio.storage.access.DatabaseAccess;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** Quarkus' pool with its settings, whose connections believe the same authorities as the listening one. */
@Singleton
class SecuredPool implements PgPoolCreator {

    private final ServiceConfig config;

    SecuredPool(ServiceConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions each : input.pgConnectOptionsList()) {
            DatabaseAccess.secured(each, config.database().caFile());
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
