/** Our types for mappers of Jackson 3. */
@NullMarked
package io.github.workload4j.jackson3;

import org.jspecify.annotations.NullMarked;
