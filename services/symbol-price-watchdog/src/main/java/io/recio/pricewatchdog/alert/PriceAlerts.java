package io.recio.pricewatchdog.alert;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is worth an alert. A move is told again only after the price has calmed to half of it, a level only after the
 * price has left it by 0.05 %, a gap once until the feed is heard again. Not thread-safe.
 */
public final class PriceAlerts {

    private static final double CALM_SHARE = 0.5;
    private static final double LEVEL_MARGIN = 0.0005;

    /** @param armed whether the next crossing is told */
    private record Standing(boolean above, boolean armed) {}

    private final Symbol symbol;
    private final double movePercent;
    private final int moveSeconds;
    private final Duration gap;
    private final Collection<SpotPrice> levels;

    /** How the price last stood to each level. */
    private final Map<SpotPrice, Standing> standings = new HashMap<>();

    private boolean moving;
    private boolean silent;

    /** @param movePercent within {@code moveSeconds}, either way */
    public PriceAlerts(Symbol symbol, double movePercent, int moveSeconds, Collection<SpotPrice> levels, Duration gap) {
        this.symbol = symbol;
        this.movePercent = movePercent;
        this.moveSeconds = moveSeconds;
        this.levels = List.copyOf(levels);
        this.gap = gap;
    }

    /** @param move of the price over the window of moves, in percent */
    public List<PriceAlert> price(SpotPrice price, OptionalDouble move, BusinessTime at) {
        List<PriceAlert> alerts = new ArrayList<>(0);
        move.ifPresent(percent -> moved(percent, price, at).ifPresent(alerts::add));
        levels.forEach(level -> crossed(level, price, at).ifPresent(alerts::add));
        return alerts;
    }

    /**
     * The feed is silent: tells of it when that has lasted too long.
     *
     * @param lasting in real time, so that a fast business clock makes no gap of a moment
     */
    public Optional<PriceAlert> silence(Duration lasting, BusinessTime now) {
        if (silent || lasting.compareTo(gap) <= 0) {
            return Optional.empty();
        }
        silent = true;
        return Optional.of(gap(lasting, now));
    }

    /**
     * The feed was heard: tells of a silence that nobody noticed while it lasted.
     *
     * @param timely whether what came is of now; a feed that lags goes on counting as the same gap
     */
    public Optional<PriceAlert> heard(@Nullable BusinessTime before, BusinessTime at, boolean timely) {
        boolean unnoticed = !silent && before != null && before.until(at).compareTo(gap) > 0;
        Optional<PriceAlert> alert = unnoticed ? Optional.of(gap(before.until(at), at)) : Optional.empty();
        silent = !timely && (silent || unnoticed);
        return alert;
    }

    private Optional<PriceAlert> moved(double percent, SpotPrice price, BusinessTime at) {
        if (moving) {
            moving = Math.abs(percent) >= movePercent * CALM_SHARE;
            return Optional.empty();
        }
        if (Math.abs(percent) < movePercent) {
            return Optional.empty();
        }
        moving = true;
        return Optional.of(new PriceAlert(
                Severity.WARNING,
                "PRICE_MOVE",
                String.format("%s moved %+.2f %% in %d s to %s", symbol, percent, moveSeconds, price),
                Map.of("symbol", symbol.value(), "percent", percent, "seconds", moveSeconds, "price", price.toString()),
                at));
    }

    private Optional<PriceAlert> crossed(SpotPrice level, SpotPrice price, BusinessTime at) {
        boolean above = !price.isBelow(level);
        Standing was = standings.get(level);
        boolean crossed = was != null && was.armed && was.above != above;
        boolean away = price.distanceTo(level) >= level.value() * LEVEL_MARGIN;
        standings.put(level, new Standing(above, was == null || (!crossed && (was.armed || away))));
        return crossed
                ? Optional.of(new PriceAlert(
                        Severity.INFO,
                        "PRICE_LEVEL",
                        symbol + " went " + (above ? "above " : "below ") + level,
                        Map.of("symbol", symbol.value(), "level", level.toString(), "price", price.toString()),
                        at))
                : Optional.empty();
    }

    private PriceAlert gap(Duration lasting, BusinessTime at) {
        long seconds = lasting.toSeconds();
        return new PriceAlert(
                Severity.WARNING,
                "FEED_GAP",
                symbol + " price feed was silent for " + seconds + " s",
                Map.of("symbol", symbol.value(), "seconds", seconds),
                at);
    }
}
