package io.recio.tradeexecutor.doubt;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.Order;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.recio.tradeexecutor.exchange.Exchange.Scan;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import io.recio.tradeexecutor.order.StoredOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Looks for an order in doubt: first in what the account sync recorded, orders and then fills, then by scanning both at the
 * exchange.
 *
 * <p>It is absent only after two full scans, both taken once the account's data was visible past send time + timeout +
 * margin, with a private socket subscribed since before the send and never silent too long. An order the exchange has named
 * is never absent.
 */
public final class DoubtResolver implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DoubtResolver.class);

    private static final int SCANS_FOR_ABSENCE = 2;

    private final Exchange exchange;
    private final AccountEvidence evidence;
    private final ExecutorConfig config;
    private final Runnable wake;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Looked> looked = new ConcurrentLinkedQueue<>();
    private final Set<ClientOrderId> looking = new HashSet<>();
    private final Map<ClientOrderId, Integer> empty = new HashMap<>();

    private record Looked(ClientOrderId id, Optional<Scan> scan) {}

    /** What is known of an order in doubt. */
    public sealed interface Verdict {}

    public record Exists(Found found) implements Verdict {}

    /** Fills of it we did not have: it lived, and what is left of it is not known yet. */
    public record Filled(List<Fill> fills) implements Verdict {}

    /** @param evidence the scans, in words for the record */
    public record Absent(String evidence) implements Verdict {}

    /** Nothing certain yet. */
    public record StillUnknown() implements Verdict {}

    public DoubtResolver(Exchange exchange, AccountEvidence evidence, ExecutorConfig config, Runnable wake) {
        this.exchange = exchange;
        this.evidence = evidence;
        this.config = config;
        this.wake = wake;
    }

    /** What is known now; begins another scan when that may tell more. */
    public Verdict look(StoredOrder stored) {
        Order order = stored.order();
        ClientOrderId id = order.clientOrderId();
        Optional<Scan> scan = finished(id);
        Optional<Verdict> known = evidence.find(id, order.exchangeOrderId())
                .<Verdict>map(Exists::new)
                .or(() -> scan.flatMap(Scan::found).map(Exists::new))
                .or(() -> filled(order, evidence.fills(id, order.exchangeOrderId())))
                .or(() -> filled(order, scan.map(Scan::fills).orElse(List.of())));
        if (known.isPresent()) {
            empty.remove(id);
            return known.get();
        }
        scan.ifPresent(none -> {
            if (proves(none, stored)) {
                empty.merge(id, 1, Integer::sum);
            } else {
                empty.remove(id);
            }
        });
        if (empty.getOrDefault(id, 0) >= SCANS_FOR_ABSENCE) {
            empty.remove(id);
            return new Absent(SCANS_FOR_ABSENCE + " full scans of orders and fills, the last visible until "
                    + scan.map(Scan::visibleUntil).map(SystemTime::toString).orElse("unknown"));
        }
        scan(id, stored);
        return new StillUnknown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Optional<Verdict> filled(Order order, List<Fill> fills) {
        List<Fill> news = fills.stream()
                .filter(fill ->
                        !order.fills().each().stream().map(Fill::id).toList().contains(fill.id()))
                .toList();
        return news.isEmpty() ? Optional.empty() : Optional.of(new Filled(news));
    }

    private boolean proves(Scan scan, StoredOrder stored) {
        if (stored.sentAt().isEmpty() || stored.order().exchangeOrderId().isPresent()) {
            return false;
        }
        SystemTime sent = stored.sentAt().get();
        SystemTime enough = sent.plus(config.requestTimeout()).plus(config.visibilityMargin());
        return scan.visibleUntil().isAfter(enough)
                && (heardAllSince(sent) || isOver(stored.order().intent().ticker(), scan.visibleUntil()));
    }

    private boolean heardAllSince(SystemTime sent) {
        return evidence.listeningSince().filter(since -> since.isBefore(sent)).isPresent();
    }

    /** Whether the scan shows a time at which no order could reach the market any more, whatever the socket missed. */
    private boolean isOver(MarketTicker ticker, SystemTime visibleUntil) {
        return evidence.determinedBy(ticker).filter(visibleUntil::isAfter).isPresent();
    }

    private void scan(ClientOrderId id, StoredOrder stored) {
        if (!looking.add(id)) {
            return;
        }
        threads.execute(() -> {
            Optional<Scan> scan;
            try {
                scan = Optional.of(exchange.scan(
                        id,
                        stored.order().exchangeOrderId(),
                        stored.order().intent().ticker()));
            } catch (ExchangeAway e) {
                LOG.debugf("Scan proved nothing order=%s reason=%s", id, e.getMessage());
                scan = Optional.empty();
            } catch (RuntimeException e) {
                LOG.warnf("Scan broke off, it proved nothing order=%s reason=%s", id, e.getMessage());
                scan = Optional.empty();
            }
            looked.add(new Looked(id, scan));
            wake.run();
        });
    }

    private Optional<Scan> finished(ClientOrderId wanted) {
        Optional<Scan> result = Optional.empty();
        for (Looked each : looked) {
            if (each.id().equals(wanted)) {
                looked.remove(each);
                looking.remove(wanted);
                result = each.scan();
            }
        }
        return result;
    }
}
