/** Readers of the kinds of Kubeflow. */
@NullMarked
package io.github.workload4j.intent.kind.kubeflow;

import org.jspecify.annotations.NullMarked;
