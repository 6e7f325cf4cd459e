/**
 * The question in the form in which it is searched: a reduced packing, its cases, and one case as a subproblem.
 *
 * <p>Values are read by all rooms of the search and changed by none; some remember what can be computed again. Arrays
 * are handed out uncopied, since the search reads them in its innermost loops.
 */
@NullMarked
package io.github.workload4j.gang.search.model;

import org.jspecify.annotations.NullMarked;
