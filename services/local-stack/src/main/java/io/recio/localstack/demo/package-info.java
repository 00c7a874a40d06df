/**
 * The proof: a fresh stack trades one simulated hour with auto entry on, tells the story as it happens, and ends with a
 * reconciliation of our tables against the simulator's own books.
 */
@NullMarked
package io.recio.localstack.demo;

import org.jspecify.annotations.NullMarked;
