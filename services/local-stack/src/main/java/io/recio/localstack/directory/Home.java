package io.recio.localstack.directory;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tree this program was built in. */
public record Home(Path root) {

    /** The tree named by {@code -Drecio.home}, otherwise the one this program's jar or classes lie in. */
    public static Home find() {
        String given = System.getProperty("recio.home");
        if (given != null) {
            return new Home(Path.of(given).toAbsolutePath().normalize());
        }
        Path place = ownPlace();
        while (place != null && !Files.isDirectory(place.resolve("services/local-stack"))) {
            place = place.getParent();
        }
        if (place == null) {
            throw new IllegalStateException("-Drecio.home must name the tree of REC.IO, was missing");
        }
        return new Home(place);
    }

    private static Path ownPlace() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("place of this program is not a file", e);
        }
    }

    /** The runnable jar of a service module, whether built or not. */
    public Path serviceJar(String module) {
        return root.resolve("services").resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** What can be made again at any time: unpacked PostgreSQL, AOT caches, build logs. */
    public Path workshop() {
        return root.resolve(".recio");
    }

    public Path defaultData() {
        return root.resolve("data");
    }
}
