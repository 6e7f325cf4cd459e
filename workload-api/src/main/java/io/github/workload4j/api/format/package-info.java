/** The formats of names and labels, and what the API server of every release says of a text that does not have one. */
@NullMarked
package io.github.workload4j.api.format;

import org.jspecify.annotations.NullMarked;
