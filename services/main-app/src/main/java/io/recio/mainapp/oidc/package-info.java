/**
 * Logging in at an identity provider (OpenID Connect Core 1.0, authorization code with PKCE). It ends where a login with a
 * password ends: in a session of our own. Without its settings there is no way in here, and nobody is asked anything.
 *
 * <pre>
 * GET login, proof ─► Flows: state, nonce, hash of the browser's secret ─► HttpProvider: discovery ─► the provider's page
 * GET callback     ─► Flows: taken once, same browser ─► HttpProvider: code for ID token, keys ─► IdTokens: signature, issuer,
 *                     audience, times, nonce ─► RoleMapping ─► People: issuer + subject ─► session, or confirmation
 * </pre>
 *
 * The provider is asked anew each time: logins are rare, keys change. What is refused leaves an audit row and no session.
 */
@NullMarked
package io.recio.mainapp.oidc;

import org.jspecify.annotations.NullMarked;
