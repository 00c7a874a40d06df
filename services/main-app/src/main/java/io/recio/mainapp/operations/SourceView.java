package io.recio.mainapp.operations;

/**
 * Where the screen's numbers come from, and how old they are.
 *
 * @param source {@code price:BTC}, {@code table:BTC}, {@code books:KXBTCD-…}, {@code account} or {@code exchange}
 * @param fresh whether what rests on it may be believed and acted on
 * @param state in a word of the source's own, such as {@code live} or {@code silent}
 * @param ageMs how long ago it was last heard, real time
 */
record SourceView(String source, boolean fresh, String state, long ageMs) {}
