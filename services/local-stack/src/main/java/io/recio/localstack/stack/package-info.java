/**
 * The stack as a whole.
 *
 * <pre>
 * StackStart: directory -> what is left of an earlier one -> ports -> secrets -> PostgreSQL -> schema, clock, installation
 *             -> simulator, services in order of dependence -> Stack
 * Stack:      supervises, answers the control API, stops in the reverse order
 * </pre>
 */
@NullMarked
package io.recio.localstack.stack;

import org.jspecify.annotations.NullMarked;
