package io.recio.localstack.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.localstack.directory.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The notes of all processes of a data directory: {@code run/<name>.process.json}. */
public final class ProcessNotes {

    private static final Logger LOG = Logger.getLogger(ProcessNotes.class);

    private static final String ENDING = ".process.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path directory;

    public ProcessNotes(Path directory) {
        this.directory = directory;
    }

    public void write(ProcessNote note) {
        try {
            AtomicFile.write(directory.resolve(note.name() + ENDING), JSON.writeValueAsString(note));
        } catch (IOException e) {
            throw new UncheckedIOException("note of a process cannot be written: " + note.name(), e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException("note of a process cannot be removed: " + name, e);
        }
    }

    /** The notes of processes that still live. */
    public List<ProcessNote> alive() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .filter(note -> note.process().lives())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("notes of processes cannot be read: " + directory, e);
        }
    }

    private static Optional<ProcessNote> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), ProcessNote.class));
        } catch (JsonProcessingException e) {
            LOG.warnf("Note of a process is damaged and ignored file=%s", file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("note of a process cannot be read: " + file, e);
        }
    }
}
