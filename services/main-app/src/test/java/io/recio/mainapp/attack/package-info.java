/** Attempts that must fail, as tables: forced browsing, stored texts, bodies and frames that are not what they should be. */
@NullMarked
package io.recio.mainapp.attack;

import org.jspecify.annotations.NullMarked;
