/**
 * Values of the model as JSON, for reports. Exported to {@code workload-policy} alone, whose violations show what they
 * found.
 */
@NullMarked
package io.github.workload4j.api.json;

import org.jspecify.annotations.NullMarked;
