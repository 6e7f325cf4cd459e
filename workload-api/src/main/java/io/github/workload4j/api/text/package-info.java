/** Text cut into documents, each a chunk of bytes. */
@NullMarked
package io.github.workload4j.api.text;

import org.jspecify.annotations.NullMarked;
