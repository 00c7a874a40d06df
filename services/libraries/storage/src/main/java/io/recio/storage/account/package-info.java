/** What the exchange says of our account, for those who only read it. */
@NullMarked
package io.recio.storage.account;

import org.jspecify.annotations.NullMarked;
