/**
 * The loopback API of a running stack. The failure detector's local runtime and the {@code recio} command use it.
 *
 * <pre>
 * GET  /instances[?memory=true]        [{service, name, instance, pid, state, restarts, port, memoryBytes, since, adopted, aotCache}]
 * GET  /instances/{service}            one of them
 * POST /instances/{service}/restart    stop gracefully (a frozen one is ended), start again; 202 with the instance
 * POST /instances/{service}/kill       SIGKILL; it comes back as any that exits
 * POST /instances/{service}/freeze     SIGSTOP
 * POST /instances/{service}/thaw       SIGCONT
 * POST /instances/{service}/stop       stop and keep stopped
 * POST /instances/{service}/start      start what was stopped
 * GET  /stack                          {mode, account, speed, data, prices, seed, businessAnchor, systemAnchor, notBuilt}
 * POST /shutdown                       stop everything, local-stack last; 202
 * </pre>
 *
 * In a path {service} is the name of a process ({@code trade-manager}, {@code trade-manager-2} for its standby) or an
 * instance id ({@code trade-manager-2-3f9a02}); an instance that has gone is unknown. Each request carries {@code Authorization: Bearer} and the token of {@code secrets/local-stack-token}. Errors are
 * {@code application/problem+json}.
 */
@NullMarked
package io.recio.localstack.control;

import org.jspecify.annotations.NullMarked;
