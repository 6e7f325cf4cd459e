/** Words that someone probably meant. */
@NullMarked
package io.github.workload4j.api.spelling;

import org.jspecify.annotations.NullMarked;
