package io.recio.failuredetector.detection;

import io.recio.servicekit.ServiceConfig;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file below the data directory, replaced atomically, and a lock beside it: of two detectors on one machine, one leads.
 * The lock ends with its process. A damaged file is put aside and forgotten: the worst that follows is a restart too early.
 */
@Singleton
@Typed(FileDetectorMemory.class)
class FileDetectorMemory implements DetectorMemory {

    private static final Logger LOG = Logger.getLogger(FileDetectorMemory.class);

    private final Path file;
    private final Path lockFile;
    private @Nullable FileLock lock;

    @Inject
    FileDetectorMemory(ServiceConfig config) {
        this(config.dataDir().resolve("detector"));
    }

    FileDetectorMemory(Path directory) {
        this.file = directory.resolve("history.json");
        this.lockFile = directory.resolve("lock");
    }

    @Override
    public Optional<Remembered> lead() {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = tryLock(channel);
            if (taken == null) {
                channel.close();
                return Optional.empty();
            }
            lock = taken;
            Remembered known = load();
            return Optional.of(known.inEpoch(known.epoch() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("history must be in a writable directory, was " + file, e);
        }
    }

    @Override
    public boolean leads() {
        return lock != null;
    }

    @Override
    public boolean save(Remembered remembered) {
        Path next = file.resolveSibling("history.json.next");
        try {
            Files.write(next, MemoryJson.MAPPER.writeValueAsBytes(remembered));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("history cannot be written: " + file, e);
        }
    }

    @Override
    public void release() {
        FileLock held = lock;
        lock = null;
        if (held != null) {
            try {
                held.acquiredBy().close();
            } catch (IOException e) {
                LOG.debugf("Lock not given back, it ends with the process reason=%s", e.getMessage());
            }
        }
    }

    private Remembered load() throws IOException {
        if (!Files.exists(file)) {
            return Remembered.NOTHING;
        }
        try {
            return MemoryJson.MAPPER.readValue(Files.readAllBytes(file), Remembered.class);
        } catch (IOException | IllegalArgumentException e) {
            Path aside = file.resolveSibling("history.json.damaged");
            LOG.warnf("History is damaged, beginning anew putAside=%s reason=%s", aside, e.getMessage());
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Remembered.NOTHING;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
