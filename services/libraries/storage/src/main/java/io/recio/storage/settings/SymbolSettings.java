package io.recio.storage.settings;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;

/** What a symbol stands for at the exchanges: its Coinbase product, Kalshi series and settlement index. */
public record SymbolSettings(Symbol symbol, String coinbaseProduct, SeriesTicker series, String indexId) {}
