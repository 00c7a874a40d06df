package io.recio.localstack.release;

import java.nio.file.Path;

/**
 * Where a release goes.
 *
 * @param values those of this installation, as YAML
 * @param minutes how long an upgrade may take until all are ready
 */
record Installation(String namespace, Path values, Path kubeconfig, int minutes) {}
