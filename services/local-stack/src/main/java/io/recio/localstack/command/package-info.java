/** What a person types. Each command is one class; they share the data directory option. */
@NullMarked
package io.recio.localstack.command;

import org.jspecify.annotations.NullMarked;
