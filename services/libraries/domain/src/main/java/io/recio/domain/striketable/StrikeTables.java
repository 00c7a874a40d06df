package io.recio.domain.striketable;

/** What one look at an event's markets gives: the table of the nearest strikes and the chances of all. */
public record StrikeTables(StrikeTable table, LiveProbabilities live) {}
