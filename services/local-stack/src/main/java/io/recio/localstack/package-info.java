/**
 * The {@code recio} command: one machine with PostgreSQL, the exchange simulator and the twelve services, supervised.
 *
 * <pre>
 * command    what a person types: up, status, logs, restart, kill, freeze, thaw, stop, start, down, test
 *    |
 * control    the loopback API of the running stack, and its client
 *    |
 * stack      what is started with which settings, in which order, on which timeline; what a dead stack left behind
 *    |
 * postgres   the embedded server: binaries, cluster, roles' doors, settings
 * process    one supervised process: start, exit, back-off, restart, signals, its log and its note on disk
 * directory  the data directory, secrets and keys
 * </pre>
 */
@NullMarked
package io.recio.localstack;

import org.jspecify.annotations.NullMarked;
