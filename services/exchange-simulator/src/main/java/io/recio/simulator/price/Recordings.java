package io.recio.simulator.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the recordings that the setting {@code simulator.prices} asks for. */
final class Recordings {

    private static final List<String> SHIPPED =
            List.of("btc-usd-1m-2023-03-06-to-15.csv", "eth-usd-5m-2023-03-13-to-15.json");

    private Recordings() {}

    /**
     * None for {@code generated}, the shipped ones for {@code recorded}, otherwise the one in the file named.
     *
     * @throws IllegalArgumentException when there is no such file or it holds no bars
     */
    static List<Recording> of(String setting, Seed seed) {
        try {
            return switch (setting) {
                case "generated" -> List.of();
                case "recorded" -> shipped(seed);
                default -> List.of(file(Path.of(setting), seed));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Reading of recorded prices failed", e);
        }
    }

    private static List<Recording> shipped(Seed seed) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream content = Recordings.class.getResourceAsStream("/prices/" + name)) {
                if (content == null) {
                    throw new IOException("No resource /prices/" + name);
                }
                recordings.add(BarFile.read(name, content, seed));
            }
        }
        return recordings;
    }

    private static Recording file(Path path, Seed seed) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(
                    "simulator.prices must be generated, recorded or a readable file, was '" + path + "'");
        }
        try (InputStream content = Files.newInputStream(path)) {
            return BarFile.read(String.valueOf(path.getFileName()), content, seed);
        }
    }
}
