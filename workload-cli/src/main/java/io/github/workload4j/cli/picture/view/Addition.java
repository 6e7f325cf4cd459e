package io.github.workload4j.cli.picture.view;

import java.util.Set;

/**
 * Nodes that are not there yet.
 *
 * @param words what they are, as the rest of a sentence such as {@code would fit with ...}
 * @param nodes their names
 */
public record Addition(String words, Set<String> nodes) {

    /** Copies the set. */
    public Addition {
        nodes = Set.copyOf(nodes);
    }
}
