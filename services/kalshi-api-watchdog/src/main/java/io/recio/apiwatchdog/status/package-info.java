/** Whether the exchange is open, shard by shard, when it will be, and whether its API answers. */
@NullMarked
package io.recio.apiwatchdog.status;

import org.jspecify.annotations.NullMarked;
