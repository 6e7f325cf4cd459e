/** What this module alone sees of the values that it hands out. Not exported. */
@NullMarked
package io.github.workload4j.gang.inside;

import org.jspecify.annotations.NullMarked;
