/** The private WebSocket, seen by the desk. */
@NullMarked
package io.recio.accountsync.stream;

import org.jspecify.annotations.NullMarked;
