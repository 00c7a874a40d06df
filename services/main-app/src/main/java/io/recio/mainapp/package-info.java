/**
 * The screen: pages, REST, WebSocket fan-out, login and settings.
 *
 * <pre>
 * browser ── pages, REST /api/v1 ──► login (session, role, CSRF) ──► market · trade · settings · risk · account · …
 *    ▲                                                                     │ rows
 *    └── /ws/v1/stream ◄── stream (reads the newest, fans out) ◄── notifications ── PostgreSQL
 * </pre>
 *
 * <p>Every replica serves; only what must happen once (the first admin, clearing old sessions) is the desk's, under the
 * lease.
 */
@NullMarked
package io.recio.mainapp;

import org.jspecify.annotations.NullMarked;
