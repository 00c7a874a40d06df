/** Tokens for scripts: short-lived, signed here, verified by the trade manager with the public key. */
@NullMarked
package io.recio.mainapp.token;

import org.jspecify.annotations.NullMarked;
