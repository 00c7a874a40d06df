/**
 * The live feed to browsers, from every replica, active or standing by.
 *
 * <pre>
 * PostgreSQL ── notifications ──► NotificationFeed ──► StreamHub: topic is due ──► TopicSource reads the newest rows
 *                                                          │ compares with what was sent
 *                                                          ▼
 * browser ◄── {type, seq, at, snapshot, data} ◄── StreamClient (seq of its own, dropped when too far behind)
 * DatabasePulse ── is the database there? ──► beat, once a second and at each change
 * </pre>
 *
 * <p>One thread owns all state of topics and subscriptions. A topic is read at once when news of it arrives, then at most
 * every spacing; a notification missed costs the safety net. Items carry keys: a snapshot holds all items, a change those
 * that differ and the keys of those that are gone.
 */
@NullMarked
package io.recio.mainapp.stream;

import org.jspecify.annotations.NullMarked;
