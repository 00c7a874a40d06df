package io.recio.apiwatchdog.status;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.storage.Fence;
import java.util.Map;

/** Where the exchange's state is kept for everyone else. */
interface ExchangeStore {

    /** As last written; {@link ApiHealth#UNKNOWN} when never. */
    ApiHealth health();

    void write(Fence fence, Map<Integer, ShardStatus> shards, SystemTime checkedAt);

    void write(Fence fence, ExchangeSchedule schedule, SystemTime fetchedAt);

    void write(Fence fence, ApiHealth health, SystemTime checkedAt);

    /** Tells people that the API no longer answers. */
    void alert(ApiHealth health, BusinessTime at);

    /** Tells people that the API answers again. */
    void allClear(ApiHealth health, BusinessTime at);
}
