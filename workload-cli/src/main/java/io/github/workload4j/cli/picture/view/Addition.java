package io.github.workload4j.cli.picture.view;

import java.util.List;
import java.util.Set;

/**
 * What a verdict takes to be otherwise than it is: nodes that are bought, pods that are moved.
 *
 * @param words what it is, as the rest of a sentence such as {@code would fit with ...}
 * @param sentences the particulars
 * @param nodes names of the nodes that are not there yet
 */
public record Addition(String words, List<String> sentences, Set<String> nodes) {

    /** Copies the list and the set. */
    public Addition {
        sentences = List.copyOf(sentences);
        nodes = Set.copyOf(nodes);
    }
}
