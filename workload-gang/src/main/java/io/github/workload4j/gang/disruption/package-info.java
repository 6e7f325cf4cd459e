/** What disruption budgets say about pods that leave. */
@NullMarked
package io.github.workload4j.gang.disruption;

import org.jspecify.annotations.NullMarked;
