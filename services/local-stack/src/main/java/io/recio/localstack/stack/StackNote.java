package io.recio.localstack.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.localstack.directory.AtomicFile;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.process.ProcessStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What the newest stack of a data directory was started with: {@code run/stack.json}. It stays when the stack has
 * stopped, for the next one to go on from.
 *
 * @param supervisor the local-stack process
 */
public record StackNote(ProcessStamp supervisor, StackOptions options, Ports ports, ClockAnchor clock) {

    private static final Logger LOG = Logger.getLogger(StackNote.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** The note of the data directory, or empty when no stack ever ran in it. */
    public static Optional<StackNote> of(DataDirectory data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StackNote.class));
        } catch (JsonProcessingException e) {
            LOG.warnf("Note of the stack is damaged and ignored file=%s", file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("note of the stack cannot be read: " + file, e);
        }
    }

    void write(DataDirectory data) {
        try {
            AtomicFile.write(file(data), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException("note of the stack cannot be written: " + file(data), e);
        }
    }

    /** Options on their way from the command that asks to the process that supervises. */
    public static void handOver(StackOptions options, Path file) {
        try {
            AtomicFile.write(file, JSON.writeValueAsString(options));
        } catch (IOException e) {
            throw new UncheckedIOException("options cannot be written: " + file, e);
        }
    }

    public static StackOptions handedOver(Path file) {
        try {
            return JSON.readValue(Files.readString(file), StackOptions.class);
        } catch (IOException e) {
            throw new UncheckedIOException("options cannot be read: " + file, e);
        }
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("stack.json");
    }
}
