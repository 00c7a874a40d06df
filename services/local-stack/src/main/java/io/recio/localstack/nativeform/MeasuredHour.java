package io.recio.localstack.nativeform;

import io.recio.localstack.control.ServiceReadiness;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoRun;
import io.recio.localstack.directory.Home;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.NativePrograms;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import io.recio.localstack.stack.StackOptions;
import io.recio.localstack.stack.StackShape;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A demonstration's hour on a stack of its own, with the services in one form or the other, and what they weigh. */
final class MeasuredHour {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Home home;
    private final int speed;
    private final long seed;
    private final Progress out;
    private final HttpClient http = HttpClient.newHttpClient();

    MeasuredHour(Home home, int speed, long seed, Progress out) {
        this.home = home;
        this.speed = speed;
        this.seed = seed;
        this.out = out;
    }

    /** A start and a stop, after which JVMs have their AOT caches, as after any first {@code recio up}. */
    void warm(StackShape shape) throws IOException, SQLException, InterruptedException {
        Path directory = Files.createTempDirectory("recio-native-");
        try (StackSession session = StackSession.open(options(shape, directory), home, out)) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
        }
    }

    /** @throws Refused when the hour was not traded or the books do not agree */
    Map<String, Weight> trade(StackShape shape) throws IOException, SQLException, InterruptedException {
        Path directory = Files.createTempDirectory("recio-native-");
        try (StackSession session = StackSession.open(options(shape, directory), home, out)) {
            session.closeOnSignal();
            DemoRun.requireReady(session, READY_LIMIT);
            if (!new DemoRun(session, out, InstantSource.system()).play()) {
                throw new Refused("the hour did not end as it should; database and logs are kept in " + directory);
            }
            return weigh(session, shape);
        }
    }

    private StackOptions options(StackShape shape, Path directory) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.MINUTES);
        return StackOptions.simulated(directory, speed, StackOptions.GENERATED, seed, start)
                .shaped(shape);
    }

    private Map<String, Weight> weigh(StackSession session, StackShape shape) throws IOException, InterruptedException {
        Map<String, Long> memory = session.stack().instances(true).stream()
                .filter(instance -> instance.memoryBytes() != null)
                .collect(Collectors.toMap(InstanceView::name, instance -> instance.memoryBytes()));
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (ServiceSpec spec : shape.services()) {
            weights.put(
                    spec.name(),
                    new Weight(
                            size(spec, shape.natives().contains(spec.service())),
                            start(session.stack().find(spec.name()).orElseThrow()),
                            memory.getOrDefault(spec.name(), 0L)));
        }
        return weights;
    }

    private Duration start(SupervisedProcess process) throws InterruptedException {
        process.stop().join();
        long began = System.nanoTime();
        process.start();
        while (!ServiceReadiness.ask(http, process.launch().port()).ready()) {
            if (System.nanoTime() - began > READY_LIMIT.toNanos()) {
                throw new Refused(process.launch().name() + " must get ready within " + READY_LIMIT.toSeconds()
                        + " s, did not; " + process.launch().log() + " says why");
            }
            Thread.sleep(LOOK);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private long size(ServiceSpec spec, boolean asProgram) throws IOException {
        Path place = asProgram
                ? NativePrograms.in(home).of(spec.module())
                : home.serviceJar(spec.module()).resolveSibling("");
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
