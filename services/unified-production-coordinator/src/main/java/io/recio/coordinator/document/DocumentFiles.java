package io.recio.coordinator.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.recio.coordinator.CoordinatorConfig;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes documents under {@code <data>/live_data/markets/kalshi/}, each atomically: a reader sees the old or the new file,
 * never half of one. A file that cannot be written is logged once and tried again at the next change; tables go on.
 */
@Singleton
public class DocumentFiles {

    private static final Logger LOG = Logger.getLogger(DocumentFiles.class);

    private final ObjectMapper mapper = DomainJson.configure(new ObjectMapper())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Duration leastInterval;
    private final SystemClock clock;
    private final Map<String, Long> writtenAt = new HashMap<>();
    private boolean failing;

    DocumentFiles(ServiceConfig service, CoordinatorConfig config, SystemClock clock) {
        this.folder = service.dataDir().resolve("live_data/markets/kalshi");
        this.leastInterval = config.documents().leastInterval();
        this.clock = clock;
    }

    /** Replaces the file unless it was replaced just before; a missing or damaged one is always replaced. */
    public void replace(String name, Object document) {
        Long last = writtenAt.get(name);
        if (last != null && clock.nanos() - last < leastInterval.toNanos()) {
            return;
        }
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, mapper.writeValueAsString(document), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            writtenAt.put(name, clock.nanos());
            failing = false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document cannot be written as JSON: " + name, e);
        } catch (IOException e) {
            if (!failing) {
                LOG.warnf("Document cannot be written file=%s reason=%s", file, e.getMessage());
            }
            failing = true;
        }
    }
}
