/** How threads meet: sockets and REST calls put their results into the inbox; the desk's own thread handles them. */
@NullMarked
package io.recio.apiwatchdog.work;

import org.jspecify.annotations.NullMarked;
