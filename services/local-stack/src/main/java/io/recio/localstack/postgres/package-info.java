/**
 * PostgreSQL 18 for one machine: its binaries come with the build, its data lie in the data directory, its doors are ours
 * (scram-sha-256, one password per role, 127.0.0.1 only), and it is as durable as any: fsync, full_page_writes and
 * synchronous_commit are on. It runs as a process of its own and outlives a local-stack that is killed.
 */
@NullMarked
package io.recio.localstack.postgres;

import org.jspecify.annotations.NullMarked;
