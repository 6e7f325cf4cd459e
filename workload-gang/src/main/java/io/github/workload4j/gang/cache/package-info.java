/** What is remembered with values that many questions share. Not exported. */
@NullMarked
package io.github.workload4j.gang.cache;

import org.jspecify.annotations.NullMarked;
