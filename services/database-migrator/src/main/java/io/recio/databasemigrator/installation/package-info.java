/** The two rows every service starts from: whose database it is, and when. */
@NullMarked
package io.recio.databasemigrator.installation;

import org.jspecify.annotations.NullMarked;
