/** What must happen once among all replicas: the first admin, and forgetting old sessions. */
@NullMarked
package io.recio.mainapp.housekeeping;

import org.jspecify.annotations.NullMarked;
