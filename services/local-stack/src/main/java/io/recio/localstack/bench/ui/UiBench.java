package io.recio.localstack.bench.ui;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Home;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The screen of a stack at speed 60: its page in a browser, among everybody and alone with main-app, and its feed to many
 * browsers.
 */
public final class UiBench {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final int SPEED = 60;

    private final Path directory;
    private final Progress out;

    public UiBench(Path directory, Progress out) {
        this.directory = directory;
        this.out = out;
    }

    public List<Measured> run() throws IOException, SQLException, InterruptedException {
        StackOptions options =
                StackOptions.simulated(directory, SPEED, StackOptions.GENERATED, StackOptions.DEFAULT_SEED, null);
        try (StackSession session = StackSession.open(options, Home.find(), line -> {})) {
            session.closeOnSignal();
            List<String> missing = session.awaitReady(READY_LIMIT);
            if (!missing.isEmpty()) {
                throw new Refused(
                        "not ready within " + READY_LIMIT.toMinutes() + " min: " + String.join(", ", missing));
            }
            ScreenLogin login = ScreenLogin.of(
                    session.stack().note().ports().of(ServiceSpec.MAIN_APP),
                    new DataDirectory(directory).firstAdminPassword());
            List<Measured> figures = new ArrayList<>();
            PageBench page = new PageBench(login, out);
            out.step("Opening the page in Chromium, the whole house at work");
            figures.addAll(page.inTheWholeHouse(chromium()));
            out.step("Stopping everything but main-app and PostgreSQL");
            leaveAlone(session);
            try (Connection admin = session.stack().database().admin()) {
                figures.addAll(page.alone(chromium(), admin));
                out.step("Sending a feed to " + FanOut.BROWSERS + " browsers");
                figures.addAll(new FanOut(login).run(admin));
            }
            return figures;
        }
    }

    /** The detector first, for it would bring the others back. */
    private static void leaveAlone(StackSession session) {
        List<String> others = new ArrayList<>(List.of(ServiceSpec.DETECTOR, ServiceSpec.SIMULATOR.name()));
        ServiceSpec.SERVICES.stream()
                .map(ServiceSpec::name)
                .filter(name -> !name.equals(ServiceSpec.MAIN_APP) && !name.equals(ServiceSpec.DETECTOR))
                .forEach(others::add);
        others.forEach(name -> session.stack().find(name).orElseThrow().stop().join());
    }

    private static Path chromium() {
        return Path.of(System.getenv().getOrDefault("RECIO_TEST_CHROMIUM", "/usr/bin/chromium"));
    }
}
