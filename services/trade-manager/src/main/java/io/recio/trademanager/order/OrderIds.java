package io.recio.trademanager.order;

import io.recio.domain.order.ClientOrderId;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes client order ids: the installation's prefix, a hyphen, a UUID of version 7; never the same twice. */
public final class OrderIds {

    private final String prefix;
    private final Supplier<UUID> ids;

    public OrderIds(String prefix, Supplier<UUID> ids) {
        this.prefix = prefix;
        this.ids = ids;
    }

    public ClientOrderId next() {
        return new ClientOrderId(prefix + "-" + ids.get());
    }
}
