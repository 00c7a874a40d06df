package io.recio.localstack.stack;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.directory.KeyFiles;
import io.recio.localstack.directory.Secrets;
import io.recio.localstack.directory.ServerCertificate;
import io.recio.localstack.postgres.DatabaseRelay;
import io.recio.localstack.postgres.DatabaseServer;
import io.recio.localstack.process.Launch;
import io.recio.localstack.process.Signal;
import io.recio.migrations.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** With which command and environment each process of the stack starts. */
final class LaunchPlan {

    /** The name of our API key at the simulator. */
    static final String SIMULATED_KEY_ID = "recio";

    private static final Duration POSTGRES_GRACE = Duration.ofSeconds(20);
    private static final Duration RECORDING_GRACE = Duration.ofSeconds(15);

    private final StackOptions options;
    private final Ports ports;
    private final DataDirectory data;
    private final Home home;
    private final Secrets secrets;
    private final DatabaseServer database;
    private final ClockAnchor clock;
    private final Exchanges exchanges;
    private final JavaCommand java;
    private final Map<String, DatabaseRelay> relays;

    /** @param relays by process; the others reach the database directly */
    LaunchPlan(
            StackOptions options,
            Ports ports,
            DataDirectory data,
            Home home,
            Secrets secrets,
            DatabaseServer database,
            ClockAnchor clock,
            JavaCommand java,
            Map<String, DatabaseRelay> relays) {
        this.options = options;
        this.ports = ports;
        this.data = data;
        this.home = home;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
        this.java = java;
        this.relays = Map.copyOf(relays);
        this.exchanges =
                new Exchanges(options, ports, SIMULATED_KEY_ID, simulatedKey().privateKey());
    }

    /** The embedded server. */
    static Launch postgres(DataDirectory data, List<String> command, int port) {
        List<String> own = JavaCommand.inOwnSession(command);
        return new Launch(
                Ports.POSTGRES,
                Ports.POSTGRES,
                own,
                own,
                Map.of("LC_ALL", "C"),
                data.root(),
                data.log(Ports.POSTGRES),
                port,
                Signal.INT,
                POSTGRES_GRACE,
                Fingerprint.of(own));
    }

    /** The process, or empty when its module has not been built. */
    Optional<Launch> of(ServiceSpec spec) {
        List<String> properties = properties(spec);
        return command(spec, properties).map(started -> launch(spec, properties, started));
    }

    private Optional<StartCommand> command(ServiceSpec spec, List<String> properties) {
        if (options.shape().natives().contains(spec.service())) {
            return NativePrograms.in(home).command(spec, properties);
        }
        Path jar = home.serviceJar(spec.module());
        return Files.exists(jar) ? Optional.of(java.of(spec, jar.getParent(), properties)) : Optional.empty();
    }

    private Launch launch(ServiceSpec spec, List<String> properties, StartCommand started) {
        Map<String, String> environment = new TreeMap<>(environment(spec));
        List<String> parts = new ArrayList<>(List.of(started.identity()));
        parts.addAll(properties);
        environment.forEach((name, value) -> parts.add(name + "=" + value));
        return new Launch(
                spec.name(),
                spec.service(),
                started.whole(),
                started.first(),
                environment,
                data.root(),
                data.log(spec.name()),
                ports.of(spec.name()),
                Signal.TERM,
                started.records() ? spec.grace().plus(RECORDING_GRACE) : spec.grace(),
                Fingerprint.of(parts));
    }

    private Map<String, String> environment(ServiceSpec spec) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(spec.name())));
        environment.put("RECIO_MODE", options.mode().text());
        environment.put("RECIO_ACCOUNT", options.account());
        environment.put("RECIO_DATA_DIR", data.root().toString());
        environment.putAll(options.shape().settings());
        if (spec.equals(ServiceSpec.SIMULATOR)) {
            environment.putAll(simulator());
            return environment;
        }
        DatabaseRelay relay = relays.get(spec.name());
        environment.put("RECIO_DATABASE_URL", relay == null ? database.url() : database.urlAt(relay.port()));
        environment.put(
                "RECIO_DATABASE_PASSWORD",
                secrets.secret(
                        "database-" + DatabaseRole.ofService(spec.service()).name()));
        String symbol = spec.symbol();
        if (symbol != null) {
            environment.put("RECIO_SYMBOL", symbol);
        }
        environment.putAll(particular(spec.module()));
        return environment;
    }

    /** Settings by service, whose names no environment variable can carry. */
    private List<String> properties(ServiceSpec spec) {
        List<String> properties = new ArrayList<>();
        if (spec.module().equals(ServiceSpec.MONITOR)) {
            options.shape()
                    .standbys()
                    .forEach(standby -> properties.add("-Dsystem-monitor.replicas." + standby + "=2"));
        }
        if (options.shape().exchangesByTls() && !spec.equals(ServiceSpec.SIMULATOR)) {
            ServerCertificate certificate = simulatorCertificate();
            properties.add("-Djavax.net.ssl.trustStore=" + certificate.trusted());
            properties.add("-Djavax.net.ssl.trustStoreType=PKCS12");
            properties.add("-Djavax.net.ssl.trustStorePassword=" + certificate.password());
        }
        return properties;
    }

    /** What only one service needs; a key goes nowhere else. */
    private Map<String, String> particular(String module) {
        return switch (module) {
            case "symbol-price-watchdog" -> exchanges.coinbase();
            case "kalshi-api-watchdog" -> exchanges.kalshiMarkets();
            case "kalshi-account-sync", "trade-executor" -> exchanges.kalshiAccount();
            case "trade-manager" ->
                Map.of(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        tokenKeys().publicKey().toString());
            case ServiceSpec.MAIN_APP ->
                Map.of(
                        "RECIO_FIRST_ADMIN_PASSWORD_FILE",
                                data.firstAdminPassword().toString(),
                        "SMALLRYE_JWT_SIGN_KEY_LOCATION",
                                tokenKeys().privateKey().toString());
            case ServiceSpec.DETECTOR ->
                Map.of(
                        "RECIO_LOCAL_STACK_URL",
                        "http://127.0.0.1:" + ports.of(Ports.CONTROL),
                        "RECIO_LOCAL_STACK_TOKEN_FILE",
                        secrets.file(ControlToken.NAME).toString());
            default -> Map.of();
        };
    }

    private Map<String, String> simulator() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RECIO_CLOCK_BUSINESS_ANCHOR", clock.business().toString());
        environment.put("RECIO_CLOCK_SYSTEM_ANCHOR", clock.system().toString());
        environment.put("RECIO_CLOCK_SPEED", Integer.toString(clock.speed()));
        environment.put("SIMULATOR_PRICES", options.prices());
        environment.put("SIMULATOR_SEED", Long.toString(options.seed()));
        environment.put("SIMULATOR_KALSHI_KEYS", simulatorKeys().toString());
        if (options.shape().exchangesByTls()) {
            ServerCertificate certificate = simulatorCertificate();
            environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(ports.of(Ports.SIMULATOR_TLS)));
            environment.put(
                    "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE",
                    certificate.server().toString());
            environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", certificate.password());
            environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_ALIAS", ServerCertificate.ALIAS);
        }
        return environment;
    }

    private ServerCertificate simulatorCertificate() {
        return ServerCertificate.of(secrets, data.secrets(), "simulator-tls");
    }

    /** The directory in which the simulator finds our account's public key, as {@code <key id>.pem}. */
    private Path simulatorKeys() {
        Path directory = data.secrets().resolve("simulator-keys");
        try {
            Files.createDirectories(directory);
            Files.copy(
                    simulatedKey().publicKey(),
                    directory.resolve(SIMULATED_KEY_ID + ".pem"),
                    StandardCopyOption.REPLACE_EXISTING);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("keys of the simulator cannot be written: " + directory, e);
        }
    }

    private KeyFiles simulatedKey() {
        return simulatedKey(secrets);
    }

    /** Our account's key at the simulator, made when missing. */
    static KeyFiles simulatedKey(Secrets secrets) {
        return secrets.keys("kalshi-simulated", KeyFiles.Kind.ED25519);
    }

    private KeyFiles tokenKeys() {
        return secrets.keys("token", KeyFiles.Kind.RSA);
    }
}
