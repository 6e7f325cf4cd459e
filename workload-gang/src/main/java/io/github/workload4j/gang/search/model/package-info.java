/** The question in the form in which it is searched: a packing reduced without loss, its cases, and one case in numbers. */
@NullMarked
package io.github.workload4j.gang.search.model;

import org.jspecify.annotations.NullMarked;
