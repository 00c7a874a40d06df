/**
 * Answers requests, oldest first, each in one transaction (DESIGN, section 4, step 1).
 *
 * <pre>
 * open:  lock risk row and market → re-check age, market, book, price, halt → limits → trade + event + intent → placed
 *                                                                            └→ trade (denied) → denied, with the code
 * close: lock market → rules of closing → event + intent → placed | denied, never by a limit
 * abandon: lock market → is it being sold? → event → abandoned | denied
 * bad:   denied BAD_REQUEST, the next one follows
 * </pre>
 */
@NullMarked
package io.recio.trademanager.request;

import org.jspecify.annotations.NullMarked;
