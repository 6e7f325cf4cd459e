/** A document as a tree of values, each with its place. */
@NullMarked
package io.github.workload4j.api.text.tree;

import org.jspecify.annotations.NullMarked;
