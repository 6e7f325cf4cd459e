/** Readers of the kinds of scheduler-plugins, KAI, Grove and Kueue. */
@NullMarked
package io.github.workload4j.intent.kind.scheduler;

import org.jspecify.annotations.NullMarked;
