package io.recio.simulator.fault;

import static io.recio.simulator.fault.FaultScope.COINBASE_REST;
import static io.recio.simulator.fault.FaultScope.COINBASE_WS;
import static io.recio.simulator.fault.FaultScope.EXCHANGE;
import static io.recio.simulator.fault.FaultScope.KALSHI_REST;
import static io.recio.simulator.fault.FaultScope.KALSHI_WS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What goes wrong. */
public enum FaultKind {
    /** Wait {@code delay}, then go on as usual. */
    LATENCY(COINBASE_REST, KALSHI_REST, COINBASE_WS, KALSHI_WS),
    /** Leave out this frame, or close the connection without an answer. */
    DROP(COINBASE_REST, KALSHI_REST, COINBASE_WS, KALSHI_WS),
    /** Do nothing, and answer nothing until {@code delay} has passed; then close the connection. */
    TIMEOUT_BEFORE_APPLYING(COINBASE_REST, KALSHI_REST),
    /** Carry the request out, but answer nothing until {@code delay} has passed; then close the connection. */
    TIMEOUT_AFTER_APPLYING(KALSHI_REST),
    /** Answer 429 without doing anything. */
    HTTP_429(COINBASE_REST, KALSHI_REST),
    /** Carry the request out, then answer 429. */
    HTTP_429_AFTER_APPLYING(KALSHI_REST),
    /** Answer {@code status} without doing anything. */
    HTTP_5XX_BEFORE_APPLYING(COINBASE_REST, KALSHI_REST),
    /** Carry the request out, then answer {@code status}. */
    HTTP_5XX_AFTER_APPLYING(KALSHI_REST),
    /** Leave out {@code count} frames while the numbering goes on. */
    SEQUENCE_GAP(COINBASE_WS, KALSHI_WS),
    /** Send this frame twice. */
    DUPLICATE_FRAME(COINBASE_WS, KALSHI_WS),
    /** Send this frame after the next one. */
    REORDERED_FRAMES(COINBASE_WS, KALSHI_WS),
    /** Send text that is no JSON in place of this frame. */
    MALFORMED_FRAME(COINBASE_WS, KALSHI_WS),
    /** Send the first half of the answer or frame only. */
    TRUNCATED_BODY(COINBASE_REST, KALSHI_REST, COINBASE_WS, KALSHI_WS),
    /** Close the connection at this frame. */
    DISCONNECT(COINBASE_WS, KALSHI_WS),
    /** Condition: the connection stays up, but nothing is sent while this is on. */
    SILENCE(COINBASE_WS, KALSHI_WS),
    /** Fill at most {@code count} hundredths of a contract of this order. */
    PARTIAL_FILL(KALSHI_REST),
    /** Condition: trading is paused on the shard given by {@code count}. */
    TRADING_PAUSE(EXCHANGE),
    /** Condition: the whole exchange is paused. */
    EXCHANGE_PAUSE(EXCHANGE),
    /** Condition: timestamps the exchange judges and sends are ahead by {@code delay}, which may be negative. */
    CLOCK_SKEW(EXCHANGE),
    /** Condition: a client order id may be used again once its order is final. Off: never (409). */
    REUSED_IDS(EXCHANGE);

    private final Set<FaultScope> scopes;

    FaultKind(FaultScope... scopes) {
        this.scopes = Set.of(scopes);
    }

    boolean fits(FaultScope scope) {
        return scopes.contains(scope);
    }

    /** Whether it holds while it is switched on, rather than striking single frames or requests. */
    public boolean isCondition() {
        return switch (this) {
            case SILENCE, TRADING_PAUSE, EXCHANGE_PAUSE, CLOCK_SKEW, REUSED_IDS -> true;
            case LATENCY,
                    DROP,
                    TIMEOUT_BEFORE_APPLYING,
                    TIMEOUT_AFTER_APPLYING,
                    HTTP_429,
                    HTTP_429_AFTER_APPLYING,
                    HTTP_5XX_BEFORE_APPLYING,
                    HTTP_5XX_AFTER_APPLYING,
                    SEQUENCE_GAP,
                    DUPLICATE_FRAME,
                    REORDERED_FRAMES,
                    MALFORMED_FRAME,
                    TRUNCATED_BODY,
                    DISCONNECT,
                    PARTIAL_FILL -> false;
        };
    }

    /** As it stands in requests and reports: {@code timeout-after-applying}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException listing the labels there are */
    public static FaultKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of "
                        + Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", ")) + ", was '"
                        + label + "'"));
    }
}
