package io.recio.kalshi.connection;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.CredentialFiles;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The client's parts, each once per service. */
class KalshiBeans {

    @Produces
    @Singleton
    KalshiEndpoint endpoint(KalshiConnectionConfig config) {
        return new KalshiEndpoint(config.restUrl(), config.wsUrl());
    }

    @Produces
    @Singleton
    KalshiSigner signer(KalshiConnectionConfig config, SystemClock clock) {
        if (config.keyIdFile().isEmpty() || config.keyFile().isEmpty()) {
            return KalshiSigner.unsigned(clock);
        }
        return new KalshiSigner(
                new CredentialFiles(config.keyIdFile().get(), config.keyFile().get()), clock);
    }

    @Produces
    @Singleton
    RateBudget budget(SystemClock clock) {
        return new RateBudget(AccountLimits.BASIC, clock);
    }

    @Produces
    @Singleton
    KalshiRest rest(Vertx vertx, KalshiEndpoint endpoint, KalshiSigner signer, RateBudget budget, SystemClock clock) {
        return new KalshiRest(vertx, endpoint, signer, budget, clock);
    }

    void close(@Disposes KalshiRest rest) {
        rest.close();
    }
}
