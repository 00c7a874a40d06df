/** The API key: read from files, replaced without a restart, never printed; and what it signs (EXCHANGES, section B). */
@NullMarked
package io.recio.kalshi.auth;

import org.jspecify.annotations.NullMarked;
