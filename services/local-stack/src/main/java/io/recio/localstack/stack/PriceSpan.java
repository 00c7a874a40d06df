package io.recio.localstack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.recio.localstack.directory.Home;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first and last moment of recorded bars. Of several recordings: the stretch all of them cover.
 */
record PriceSpan(Instant first, Instant last) {

    /** The span of the prices the options ask for; empty when they are generated. */
    static Optional<PriceSpan> of(StackOptions options, Home home) {
        try {
            Path file = options.priceFile();
            if (file != null) {
                try (InputStream content = Files.newInputStream(file)) {
                    return Optional.of(read(file.toString(), content.readAllBytes()));
                }
            }
            return options.prices().equals(StackOptions.RECORDED) ? Optional.of(shipped(home)) : Optional.empty();
        } catch (IOException e) {
            throw new Refused("recorded prices cannot be read: " + e.getMessage(), e);
        }
    }

    static PriceSpan read(String name, byte[] content) {
        try {
            return name.endsWith(".json") ? json(content) : csv(new String(content, StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            throw new Refused("price file must hold one-minute CSV or five-minute JSON bars, was not: " + name, e);
        }
    }

    private static PriceSpan csv(String content) {
        List<Instant> times = content.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> OffsetDateTime.parse(
                                line.substring(0, line.indexOf(',')).replace(' ', 'T'))
                        .toInstant())
                .toList();
        return spanOf(times);
    }

    private static PriceSpan json(byte[] content) throws IOException {
        List<Instant> times = new ArrayList<>();
        for (JsonNode bar : new JsonMapper().readTree(content).path("ohlc")) {
            times.add(Instant.ofEpochMilli(bar.required("endTime").longValue()));
        }
        return spanOf(times);
    }

    private static PriceSpan spanOf(List<Instant> times) {
        Instant first = times.stream()
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new DateTimeException("there must be at least one bar"));
        return new PriceSpan(
                first, times.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /** The recordings lie in the simulator's jar. */
    private static PriceSpan shipped(Home home) throws IOException {
        Path app = home.serviceJar(ServiceSpec.SIMULATOR.module()).resolveSibling("app");
        List<PriceSpan> spans = new ArrayList<>();
        try (Stream<Path> jars = Files.list(app)) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (FileSystem archive = FileSystems.newFileSystem(jar)) {
                    spans.addAll(spansIn(archive.getPath("/prices")));
                }
            }
        }
        return spans.stream()
                .reduce(PriceSpan::overlap)
                .orElseThrow(() -> new Refused("the simulator ships no prices"));
    }

    private static List<PriceSpan> spansIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<PriceSpan> spans = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv") || name.endsWith(".json")) {
                    spans.add(read(name, Files.readAllBytes(file)));
                }
            }
        }
        return spans;
    }

    private PriceSpan overlap(PriceSpan other) {
        return new PriceSpan(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }
}
