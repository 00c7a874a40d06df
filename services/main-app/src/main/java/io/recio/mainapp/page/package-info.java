/** How the page is delivered: its paths, its headers; what it is made of lies in {@code resources/web}. */
@NullMarked
package io.recio.mainapp.page;

import org.jspecify.annotations.NullMarked;
