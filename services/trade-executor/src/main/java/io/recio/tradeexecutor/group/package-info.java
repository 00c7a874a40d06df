/**
 * The order group of each hour: the net that hangs at the exchange when our machines are gone (PRODUCT, section 8).
 *
 * <pre>
 * an hour opens      row {@code creating}, committed; the group is made; its id: {@code armed}
 * a crash between    the group that appeared since is ours, and taken over; otherwise another is made
 * found triggered    row {@code triggered} and the kill switch, in one transaction
 * switch cleared     the group is reset: {@code armed}
 * the hour is over   the group is deleted: {@code ended}
 * </pre>
 */
@NullMarked
package io.recio.tradeexecutor.group;

import org.jspecify.annotations.NullMarked;
