/**
 * Objects that other libraries hold, read by their getters and written as maps and lists; no text is made in between.
 * Exported to the modules beside clients alone.
 */
@NullMarked
package io.github.workload4j.api.foreign;

import org.jspecify.annotations.NullMarked;
