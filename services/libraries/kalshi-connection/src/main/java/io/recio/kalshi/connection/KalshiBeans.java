package io.recio.kalshi.connection;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.CredentialFiles;
import io.recio.kalshi.auth.CredentialSource;
import io.recio.kalshi.auth.KalshiCredentials;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
        return credentials(config)
                .map(source -> new KalshiSigner(source, clock))
                .orElseGet(() -> KalshiSigner.unsigned(clock));
    }

    private static Optional<CredentialSource> credentials(KalshiConnectionConfig config) {
        if (config.keyFile().isEmpty()) {
            return Optional.empty();
        }
        Path key = config.keyFile().get();
        return config.keyIdFile()
                .<CredentialSource>map(id -> new CredentialFiles(id, key))
                .or(() -> config.keyId().map(id -> CredentialSource.fixed(read(id, key))));
    }

    private static KalshiCredentials read(String id, Path key) {
        try {
            return KalshiCredentials.ofPem(id, Files.readString(key));
        } catch (IOException e) {
            throw new UncheckedIOException("recio.kalshi.key-file must be readable, was " + key, e);
        }
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
