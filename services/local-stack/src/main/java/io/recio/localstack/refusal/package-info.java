/** How a command says no: one line that names what was expected and found. */
@NullMarked
package io.recio.localstack.refusal;

import org.jspecify.annotations.NullMarked;
