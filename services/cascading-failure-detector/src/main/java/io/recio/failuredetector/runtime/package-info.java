/**
 * What runs the instances. One machine: {@code LocalRuntime} asks local-stack at each look. A cluster: {@code KubernetesRuntime}
 * follows pods and deployments through informers, and asks the API server at each look whether it still answers.
 */
@NullMarked
package io.recio.failuredetector.runtime;

import org.jspecify.annotations.NullMarked;
