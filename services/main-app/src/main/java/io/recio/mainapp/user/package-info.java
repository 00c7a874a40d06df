/**
 * Who may come in and as what.
 *
 * <pre>
 * everyone  GET sessions, DELETE sessions/{id}, PUT password     one's own, the password asked again
 * admin     GET, POST users · PUT users/{name} · POST users/{name}/password    the admin's password asked again
 * </pre>
 *
 * A change that takes something away (role, password, access) ends the sessions of whom it concerns.
 */
@NullMarked
package io.recio.mainapp.user;

import org.jspecify.annotations.NullMarked;
