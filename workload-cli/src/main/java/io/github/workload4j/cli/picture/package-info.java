/**
 * Verdicts as pictures: one self-contained SVG or HTML file. It shows where in the topology of a cluster the pods of a
 * group land, or where they find too little.
 *
 * <p>Three steps, each a pure function of the one before: what is to be seen ({@code view.GroupView}: domains, nodes,
 * amounts), where it goes ({@code Panel}: boxes and texts in pixels), and how it is written ({@code SvgFile},
 * {@code HtmlPage}).
 */
@NullMarked
package io.github.workload4j.cli.picture;

import org.jspecify.annotations.NullMarked;
