/**
 * One supervised process. What has exited is started again, after a pause that grows while it keeps exiting; health is
 * judged elsewhere. A note on disk tells the next local-stack what this one left behind.
 *
 * <pre>
 * stopped -start-> running -exit-> waiting -pause over-> running
 *                     \--stop--> stopping -exit-> stopped
 * </pre>
 */
@NullMarked
package io.recio.localstack.process;

import org.jspecify.annotations.NullMarked;
