/** Holds the exchange's ledger against our tables. It reads both itself and uses no code of a service. */
@NullMarked
package io.recio.localstack.chaos.check;

import org.jspecify.annotations.NullMarked;
