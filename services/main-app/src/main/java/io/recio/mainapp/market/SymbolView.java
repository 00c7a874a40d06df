package io.recio.mainapp.market;

/** An underlying that is watched. */
record SymbolView(String symbol, String coinbaseProduct, String seriesTicker, String indexId) {}
