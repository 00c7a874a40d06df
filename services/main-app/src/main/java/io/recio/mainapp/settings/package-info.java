/** The operator's settings: each group a row, each field with its range, written whole or not at all. */
@NullMarked
package io.recio.mainapp.settings;

import org.jspecify.annotations.NullMarked;
