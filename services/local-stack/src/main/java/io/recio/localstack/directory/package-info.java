/** Where things live on disk: the tree of sources and builds, the data directory, secrets and keys. */
@NullMarked
package io.recio.localstack.directory;

import org.jspecify.annotations.NullMarked;
