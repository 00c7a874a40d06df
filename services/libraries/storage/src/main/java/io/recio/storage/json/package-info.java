/** Domain values as JSON, the same way in every document of the database and on every screen. */
@NullMarked
package io.recio.storage.json;

import org.jspecify.annotations.NullMarked;
