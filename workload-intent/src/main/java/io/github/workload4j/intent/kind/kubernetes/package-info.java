/** Readers of the kinds of Kubernetes and of its special interest groups. */
@NullMarked
package io.github.workload4j.intent.kind.kubernetes;

import org.jspecify.annotations.NullMarked;
