package io.recio.storage.lease;

import io.recio.storage.Database;
import io.recio.storage.Fence;
import java.time.Duration;
import java.util.Optional;

/** Takes, renews and gives back leases. Times are the database's own; a caller's clock never decides. */
public final class LeaseStore {

    private final Database database;
    private final Duration life;

    /** @param life how long a lease lives without renewal; 2 s in the product */
    public LeaseStore(Database database, Duration life) {
        this.database = database;
        this.life = life;
    }

    /**
     * Takes the lease when nobody holds it or its life is over; the epoch rises by one.
     *
     * @return the fence, or empty when another instance holds it
     */
    public Optional<Fence> take(String name, String holder) {
        return database.first("""
                        INSERT INTO system.leases AS held (name, holder, epoch, expires_at)
                        VALUES ($1, $2, 1, clock_timestamp() + $3::double precision * interval '1 millisecond')
                        ON CONFLICT (name) DO UPDATE
                        SET holder = excluded.holder, epoch = held.epoch + 1,
                            expires_at = clock_timestamp() + $3::double precision * interval '1 millisecond'
                        WHERE held.expires_at <= clock_timestamp()
                        RETURNING epoch""", name, holder, (double) life.toMillis())
                .map(row -> new Fence(name, holder, row.getLong("epoch")));
    }

    /** Lengthens the lease by its life from now; false when it has expired or passed on. */
    public boolean renew(Fence fence) {
        return database.update("""
                        UPDATE system.leases
                        SET expires_at = clock_timestamp() + $4::double precision * interval '1 millisecond'
                        WHERE name = $1 AND holder = $2 AND epoch = $3 AND expires_at > clock_timestamp()""", fence.name(), fence.holder(), fence.epoch(), (double) life.toMillis()) == 1;
    }

    /** Ends the lease now, so that a standby need not wait for its life to pass. */
    public void release(Fence fence) {
        database.update("""
                UPDATE system.leases SET expires_at = clock_timestamp()
                WHERE name = $1 AND holder = $2 AND epoch = $3""", fence.name(), fence.holder(), fence.epoch());
    }
}
