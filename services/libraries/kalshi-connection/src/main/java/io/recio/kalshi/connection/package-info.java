/** The Kalshi client as beans: REST, signer and rate budget from {@code recio.kalshi.*}, sockets on demand. */
@NullMarked
package io.recio.kalshi.connection;

import org.jspecify.annotations.NullMarked;
