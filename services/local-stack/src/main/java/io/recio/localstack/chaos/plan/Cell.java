package io.recio.localstack.chaos.plan;

import io.recio.localstack.chaos.plan.FaultType.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of the fault matrix.
 *
 * @param service whose process is struck; {@code exchange-simulator} or {@code postgres} when none is
 */
public record Cell(FaultType type, String service, Moment moment) {

    /** The services an order passes through, those that feed its prices included. */
    public static final List<String> ORDER_PATH = List.of(
            "trade-executor",
            "trade-manager",
            "kalshi-account-sync",
            "active-trade-supervisor",
            "auto-entry-supervisor",
            "unified-production-coordinator",
            "kalshi-api-watchdog",
            "symbol-price-watchdog-btc");

    /** All of them, so mixed that neighbours differ in all three. */
    public static final List<Cell> ALL = all();

    private static final int STRIDE = 101;

    /** The cell of a seed: consecutive seeds walk through the whole matrix. */
    static Cell of(long seed) {
        return ALL.get((int) Math.floorMod(seed * STRIDE, (long) ALL.size()));
    }

    private static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            for (FaultType type : FaultType.values()) {
                if (type.reach() == Reach.PROCESS) {
                    ORDER_PATH.forEach(service -> cells.add(new Cell(type, service, moment)));
                } else {
                    cells.add(
                            new Cell(type, type.reach() == Reach.DATABASE ? "postgres" : "exchange-simulator", moment));
                }
            }
        }
        return List.copyOf(cells);
    }

    @Override
    public String toString() {
        return type.label() + " of " + service + " at " + moment.label();
    }
}
