/** Collections that keep a manifest's order; shared by the model's packages and not exported. */
@NullMarked
package io.github.workload4j.api.ordered;

import org.jspecify.annotations.NullMarked;
