package io.recio.apiwatchdog.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Files under {@code <data>/live_data/markets/kalshi/}, each replaced atomically: a reader sees the old or the new one,
 * never half of one. A file that cannot be written is logged once and tried again later; the watch goes on.
 */
@Singleton
public class SnapshotFiles {

    private static final Logger LOG = Logger.getLogger(SnapshotFiles.class);

    private final ObjectMapper mapper = DomainJson.configure(new ObjectMapper())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Duration leastInterval;
    private final SystemClock clock;
    private final Map<String, Timer> timers = new HashMap<>();
    private boolean failing;

    SnapshotFiles(ServiceConfig service, ApiWatchdogConfig config, SystemClock clock) {
        this.folder = service.dataDir().resolve("live_data/markets/kalshi");
        this.leastInterval = config.reports().snapshotInterval();
        this.clock = clock;
    }

    /** Whether the file was not replaced just before. */
    public boolean isDue(String name) {
        return timer(name).isDue(clock.nanos());
    }

    /** Whether the file is there and holds a JSON object. */
    public boolean isSound(String name) {
        try {
            return mapper.readTree(Files.readString(folder.resolve(name))).isObject();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            LOG.warnf("Snapshot is damaged and will be made anew file=%s reason=%s", name, e.getMessage());
            return false;
        }
    }

    public void replace(String name, Object document) {
        timer(name).restart(clock.nanos(), leastInterval);
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, mapper.writeValueAsString(document), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failing = false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document cannot be written as JSON: " + name, e);
        } catch (IOException e) {
            if (!failing) {
                LOG.warnf("Snapshot cannot be written file=%s reason=%s", file, e.getMessage());
            }
            failing = true;
        }
    }

    private Timer timer(String name) {
        return timers.computeIfAbsent(name, unused -> new Timer());
    }
}
