package io.recio.apiwatchdog.market;

import io.recio.apiwatchdog.document.SnapshotFiles;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.SocketMessage.BookChanged;
import io.recio.kalshi.model.SocketMessage.BookInvalid;
import io.recio.kalshi.model.SocketMessage.LifecycleChanged;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import io.recio.kalshi.model.SocketMessage.TickerUpdate;
import io.recio.storage.Fence;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One symbol: its board, who fills it, who writes it, and its snapshot file. */
final class SymbolWatch {

    /** The message does not tell everything about these; the rest is read. */
    private static final Set<LifecycleStep> TO_BE_READ = EnumSet.of(
            LifecycleStep.DETERMINED,
            LifecycleStep.PRICE_LEVEL_STRUCTURE_UPDATED,
            LifecycleStep.METADATA_UPDATED,
            LifecycleStep.UNKNOWN);

    /** Settled events are kept a while, so that a late message finds them. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final SymbolBoard board;
    private final Discovery discovery;
    private final BoardWriter writer;
    private final SnapshotFiles files;
    private boolean snapshotDue;

    SymbolWatch(SymbolBoard board, Discovery discovery, BoardWriter writer, SnapshotFiles files) {
        this.board = board;
        this.discovery = discovery;
        this.writer = writer;
        this.files = files;
    }

    SymbolBoard board() {
        return board;
    }

    Discovery discovery() {
        return discovery;
    }

    void bookChanged(BookChanged message, BusinessTime now) {
        MarketTicker ticker = message.ticker();
        board.eventOf(ticker).filter(WatchedEvent::isFollowed).ifPresent(event -> {
            event.feed().held(ticker);
            event.market(ticker)
                    .ifPresent(
                            market -> market.quoted(message.book(), message.at().orElse(now)));
        });
    }

    void bookInvalid(BookInvalid message, long nanos) {
        board.eventOf(message.ticker())
                .ifPresent(event -> event.feed().lost(message.ticker(), message.reason(), nanos));
    }

    void disconnected(String reason, long nanos) {
        board.events().forEach(event -> event.feed().disconnected(reason, nanos));
    }

    void traded(TickerUpdate message) {
        board.eventOf(message.ticker())
                .flatMap(event -> event.market(message.ticker()))
                .ifPresent(market -> market.traded(message.volume(), message.openInterest()));
    }

    void lifeChanged(LifecycleChanged message, BusinessTime now, long nanos) {
        board.eventOf(message.ticker()).ifPresent(event -> {
            event.market(message.ticker()).ifPresent(market -> market.changed(message, now, nanos));
            event.timesChanged();
            if (TO_BE_READ.contains(message.step())) {
                discovery.read(event.ticker());
            }
        });
    }

    void announced(EventTicker event, long nanos) {
        if (board.event(event).isEmpty()) {
            discovery.announced(event, nanos);
        }
    }

    /** @return whether readers were told of anything */
    boolean write(Fence fence, BoardWriter.Moment moment) {
        boolean told = writer.write(fence, moment);
        snapshotDue |= told;
        if (snapshotDue && files.isDue(fileName())) {
            writeSnapshot(moment);
        }
        board.forget(moment.business(), KEPT);
        return told;
    }

    void finish(Fence fence, BoardWriter.Moment moment) {
        writer.writeAll(fence, moment);
        writeSnapshot(moment);
    }

    /** At start the file is made anew where it is missing or damaged, or where there is something to say. */
    void restoreSnapshot(BoardWriter.Moment moment) {
        boolean unknown = board.current(moment.business()).isEmpty();
        if (!unknown || !files.isSound(fileName())) {
            writeSnapshot(moment);
        }
    }

    /** Whether the books of the current event can be believed; empty without one. */
    Optional<Boolean> isBelievable(BoardWriter.Moment moment) {
        return board.current(moment.business()).map(event -> event.feedRow(moment.system(), moment.silence())
                .filter(FeedRow::valid)
                .isPresent());
    }

    /** Zero or less time to wait only where something waits. */
    Duration untilDue(long nanos, Duration longest) {
        if (!writer.isWaiting()) {
            return longest;
        }
        Duration left = writer.untilDue(nanos);
        return left.compareTo(longest) < 0 ? left : longest;
    }

    private void writeSnapshot(BoardWriter.Moment moment) {
        files.replace(fileName(), MarketSnapshot.of(board, moment));
        snapshotDue = false;
    }

    private String fileName() {
        return board.symbol().lowerCase() + "_market_snapshot.json";
    }
}
