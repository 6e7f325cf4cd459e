/** JSON: a quick cursor over bytes, and trees over Jackson. */
@NullMarked
package io.github.workload4j.api.text.json;

import org.jspecify.annotations.NullMarked;
