package io.recio.mainapp.oidc;

import io.quarkus.runtime.StartupEvent;
import io.recio.mainapp.MainAppConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The provider as the settings have it, or none. Asks nobody; only settings that cannot be right refuse to start. */
@Singleton
class OidcSettings {

    private static final Logger LOG = Logger.getLogger(OidcSettings.class);

    private final Optional<Way> way;

    OidcSettings(MainAppConfig config) {
        MainAppConfig.Oidc oidc = config.oidc();
        boolean wanted = oidc.issuer().isPresent()
                || oidc.clientId().isPresent()
                || oidc.clientSecretFile().isPresent();
        this.way = wanted ? Optional.of(checked(oidc)) : Optional.empty();
    }

    void start(@Observes StartupEvent event) {
        way.ifPresent(found -> LOG.infof(
                "People may log in at a provider issuer=%s client=%s groupsClaim=%s",
                found.client().issuer(), found.client().id(), found.config().groupsClaim()));
    }

    Optional<Way> way() {
        return way;
    }

    private static Way checked(MainAppConfig.Oidc config) {
        var client = new Client(
                needed("issuer", config.issuer()),
                needed("client-id", config.clientId()),
                needed("client-secret-file", config.clientSecretFile()));
        if (!Addresses.isSafe(client.issuer())) {
            throw new IllegalArgumentException(
                    "main-app.oidc.issuer must be an HTTPS address, or HTTP on this machine, was " + client.issuer());
        }
        if (!config.scopes().contains("openid")) {
            throw new IllegalArgumentException("main-app.oidc.scopes must hold openid, were " + config.scopes());
        }
        config.publicUrl().filter(url -> url.getHost() == null).ifPresent(url -> {
            throw new IllegalArgumentException("main-app.oidc.public-url must be an address with a host, was " + url);
        });
        return new Way(
                client,
                config,
                new HttpProvider(client, config.caFile(), config.timeout()),
                new IdTokens(client, config),
                RoleMapping.of(config));
    }

    private static <T> T needed(String name, Optional<T> setting) {
        return setting.orElseThrow(() -> new IllegalArgumentException(
                "main-app.oidc needs issuer, client-id and client-secret-file together, " + name + " was absent"));
    }
}
