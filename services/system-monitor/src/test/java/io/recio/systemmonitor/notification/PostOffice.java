package io.recio.systemmonitor.notification;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Every provider: an HTTP server that answers as it is told, and a mail server. Both really listen. */
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "a-secret-token";

    final WireMockServer web =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final int mailPort = freePort();
    final GreenMail mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        web.start();
        mail.start();
        Path secret = secret();
        Map<String, String> config = new HashMap<>();
        channel(config, "sms", "twilio", "");
        set(config, "sms", "least-severity", "critical");
        set(config, "sms", "account", "AC1");
        set(config, "sms", "secret-file", secret.toString());
        set(config, "sms", "from", "+15550001");
        set(config, "sms", "to", "+15550002");
        channel(config, "hook", "webhook", "/hook");
        set(config, "hook", "least-severity", "info");
        channel(config, "slack", "slack", "/slack");
        channel(config, "discord", "discord", "/discord");
        channel(config, "telegram", "telegram", "");
        set(config, "telegram", "secret-file", secret.toString());
        set(config, "telegram", "to", "-100");
        channel(config, "ntfy", "ntfy", "/");
        set(config, "ntfy", "secret-file", secret.toString());
        set(config, "ntfy", "to", "recio");
        channel(config, "seldom", "webhook", "/seldom");
        set(config, "seldom", "least-interval", "1H");
        channel(config, "busy", "webhook", "/busy");
        set(config, "busy", "hourly-limit", "1");
        set(config, "mail", "kind", "email");
        set(config, "mail", "least-interval", "0S");
        set(config, "mail", "to", "jane@example.com, ops@example.com");
        config.put("quarkus.mailer.mock", "false");
        config.put("quarkus.mailer.host", "127.0.0.1");
        config.put("quarkus.mailer.port", Integer.toString(mailPort));
        config.put("quarkus.mailer.from", "recio@example.com");
        return config;
    }

    /** The mail server is away. */
    void closeMail() {
        mail.stop();
    }

    /** It is back, on the same port. */
    void openMail() {
        mail.start();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PostOffice.class));
    }

    @Override
    public void stop() {
        web.stop();
        mail.stop();
    }

    private void channel(Map<String, String> config, String name, String kind, String path) {
        set(config, name, "kind", kind);
        set(config, name, "url", "http://127.0.0.1:" + web.port() + path);
        set(config, name, "least-interval", "0S");
    }

    private static void set(Map<String, String> config, String channel, String key, String value) {
        config.put("system-monitor.notification.channels." + channel + "." + key, value);
    }

    /** The server must come back where it was. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path secret() {
        try {
            Path file = Files.createTempFile("recio-token", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TOKEN + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
