/** Who may call and how often: public keys, signed requests, token buckets (EXCHANGES, sections A12 and B). */
@NullMarked
package io.recio.simulator.kalshi.access;

import org.jspecify.annotations.NullMarked;
