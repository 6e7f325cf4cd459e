/** The commands about manifests alone: validate and convert. */
@NullMarked
package io.github.workload4j.cli.manifest;

import org.jspecify.annotations.NullMarked;
