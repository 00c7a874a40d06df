package io.recio.servicekit;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.recio.storage.access.DatabaseAccess;
import io.recio.storage.access.Lineage;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Quarkus' pool with its settings, whose connections believe the same authorities as the listening one and are used only
 * once the server has said that it is the one we know.
 */
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
                .withConnectHandler(Lineage::check)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
