/** What the exchange says of our account: balances, positions, fills, settlements. */
@NullMarked
package io.recio.mainapp.account;

import org.jspecify.annotations.NullMarked;
