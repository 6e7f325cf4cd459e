/** The order of fields in a manifest, by which violations and warnings are sorted. */
@NullMarked
package io.github.workload4j.policy.order;

import org.jspecify.annotations.NullMarked;
