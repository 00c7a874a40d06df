package io.recio.localstack.chaos.plan;

/**
 * What the operator of a run asks for.
 *
 * @param at real milliseconds from the start of trading
 * @param opens whether a trade is to be opened, otherwise one is closed
 * @param pick which market near the money, or which open trade; counted round when there are fewer
 * @param yes the side to buy
 * @param contracts how many
 */
public record Wish(long at, boolean opens, int pick, boolean yes, int contracts) {}
