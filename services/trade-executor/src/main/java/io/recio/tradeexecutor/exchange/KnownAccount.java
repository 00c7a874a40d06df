package io.recio.tradeexecutor.exchange;

import java.util.Optional;

/** Whose account this installation trades, learned once and held against every key after. */
interface KnownAccount {

    /** The exchange's id of the user; empty before it is known. */
    Optional<String> userId();

    /** Keeps it, unless one is known. */
    void learn(String userId);
}
