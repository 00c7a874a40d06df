package io.recio.storage.system;

import io.recio.storage.Database;
import java.time.ZoneOffset;

/** Keeps the newest heartbeat of each instance. */
public final class HeartbeatStore {

    private final Database database;

    public HeartbeatStore(Database database) {
        this.database = database;
    }

    public void beat(Heartbeat heartbeat) {
        database.update(
                """
                INSERT INTO system.heartbeats (service, instance, role, epoch, started_at, beat_at, functional, freshness,
                    work_done, memory_bytes, cpu_millis, version, host, port, resources)
                VALUES ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7, $8, $9, $10, $11, $12, $13, $14)
                ON CONFLICT (service, instance) DO UPDATE
                SET role = excluded.role, epoch = excluded.epoch, beat_at = excluded.beat_at,
                    functional = excluded.functional, freshness = excluded.freshness, work_done = excluded.work_done,
                    memory_bytes = excluded.memory_bytes, cpu_millis = excluded.cpu_millis,
                    resources = excluded.resources""",
                heartbeat.service(),
                heartbeat.instance(),
                heartbeat.active() ? "active" : "standby",
                heartbeat.epoch(),
                heartbeat.startedAt().atOffset(ZoneOffset.UTC),
                heartbeat.functional(),
                heartbeat.freshness(),
                heartbeat.workDone(),
                heartbeat.memoryBytes(),
                heartbeat.cpuMillis(),
                heartbeat.version(),
                heartbeat.host(),
                heartbeat.port(),
                heartbeat.resources());
    }

    /** Forgets the instance at a graceful stop. */
    public void remove(String service, String instance) {
        database.update("DELETE FROM system.heartbeats WHERE service = $1 AND instance = $2", service, instance);
    }
}
