/** A chunk read again as trees, to find places and to tell what is wrong. */
@NullMarked
package io.github.workload4j.api.text.reread;

import org.jspecify.annotations.NullMarked;
