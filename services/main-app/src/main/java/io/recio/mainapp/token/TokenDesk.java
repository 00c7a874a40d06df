package io.recio.mainapp.token;

import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.access.Role;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.ProblemException;
import io.recio.storage.Database;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Issues tokens, each with its audit row. The key is read anew each time, so that it can be replaced while we run. */
@Singleton
class TokenDesk {

    private static final Logger LOG = Logger.getLogger(TokenDesk.class);

    private static final String ISSUER = "recio";
    private static final String AUDIENCE = "trade-manager";

    private final Database database;
    private final AuditLog audit;
    private final MainAppConfig.Tokens config;
    private final InstantSource time;

    TokenDesk(Database database, AuditLog audit, MainAppConfig config, InstantSource time) {
        this.database = database;
        this.audit = audit;
        this.config = config.tokens();
        this.time = time;
    }

    /** @throws ProblemException 503 when no key is set up or it cannot be read */
    TokenView issue(Caller.User user) {
        PrivateKey key = key();
        Duration life = config.life();
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(life);
        String token = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.name())
                .upn(user.name())
                .groups(roles(user.role()))
                .issuedAt(now)
                .expiresAt(expiresAt)
                .sign(key);
        database.transaction(transaction -> {
            audit.record(transaction, user.name(), "issue-token", Map.of("expiresAt", expiresAt.toString()));
            return user;
        });
        LOG.infof("Token issued user=%s expiresAt=%s", user.name(), expiresAt);
        return new TokenView(token, expiresAt);
    }

    /** The role and all that it includes. */
    private static Set<String> roles(Role role) {
        return Arrays.stream(Role.values()).filter(role::covers).map(Role::text).collect(Collectors.toSet());
    }

    private PrivateKey key() {
        Path file = config.signKeyFile()
                .orElseThrow(() -> ProblemException.notSetUp("expected a key that signs tokens, none is set up"));
        try {
            return KeyUtils.decodePrivateKey(Files.readString(file));
        } catch (IOException | GeneralSecurityException e) {
            LOG.errorf("Key that signs tokens cannot be read file=%s reason=%s", file, e.getMessage());
            throw ProblemException.notSetUp("expected a key that signs tokens, it cannot be read");
        }
    }
}
