package io.recio.localstack.stack;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Keeps a data directory to one local-stack. The operating system gives it back when the process dies. */
final class StackLock {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refused when another local-stack has it */
    static StackLock take(DataDirectory data) {
        try {
            FileChannel channel =
                    FileChannel.open(data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new Refused("a stack already runs on " + data.root() + "; see 'recio status'");
            }
            return new StackLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("lock cannot be taken in " + data.run(), e);
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("lock cannot be released", e);
        }
    }
}
