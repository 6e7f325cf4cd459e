/** YAML: a quick cursor over bytes, one over SnakeYAML, and trees over SnakeYAML. */
@NullMarked
package io.github.workload4j.api.text.yaml;

import org.jspecify.annotations.NullMarked;
