/**
 * What a picture of an answer shows, before it is drawn: nodes in their domains, kinds of pods, resources, words.
 *
 * <p>All types are immutable.
 */
@NullMarked
package io.github.workload4j.cli.picture.view;

import org.jspecify.annotations.NullMarked;
