/** What operators did, in a chain that shows an edited or missing row. */
@NullMarked
package io.recio.mainapp.audit;

import org.jspecify.annotations.NullMarked;
