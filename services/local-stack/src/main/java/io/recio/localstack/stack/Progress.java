package io.recio.localstack.stack;

/** Told each step of a start or a stop, for the person who waits. */
@FunctionalInterface
public interface Progress {

    void step(String line);
}
