/**
 * Logging in and staying logged in.
 *
 * <pre>
 * POST session ─► Users: count the try, check the password ─► Sessions: random token, its hash stored ─► cookie
 * any request  ─► SessionFilter: cookie ─► session ─► CSRF header when it changes something ─► role ─► resource
 * upgrade      ─► StreamUpgradeCheck: Origin, cookie ─► session
 * </pre>
 */
@NullMarked
package io.recio.mainapp.login;

import org.jspecify.annotations.NullMarked;
