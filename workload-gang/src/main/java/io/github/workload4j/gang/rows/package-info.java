/** Pods as rows of columns, which are made into objects when they are asked for. */
@NullMarked
package io.github.workload4j.gang.rows;

import org.jspecify.annotations.NullMarked;
