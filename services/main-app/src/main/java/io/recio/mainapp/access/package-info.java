/** Who is asking and what that allows; every resource states the role it needs. */
@NullMarked
package io.recio.mainapp.access;

import org.jspecify.annotations.NullMarked;
