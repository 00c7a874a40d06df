/** What every resource shares: strict bodies, pages of rows, and problems (RFC 9457) for everything that goes wrong. */
@NullMarked
package io.recio.mainapp.rest;

import org.jspecify.annotations.NullMarked;
