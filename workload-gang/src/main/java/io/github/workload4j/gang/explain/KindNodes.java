package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.NamedPodClass;
import java.util.List;

/**
 * What nodes say to pods of one kind.
 *
 * @param kind the pods
 * @param usable nodes that take at least one of them as things are
 * @param refusing the others, by all their reasons, most nodes first; no more than {@link #MOST} groups
 * @param otherwise nodes that refuse for reasons that are not listed, because there are too many groups
 */
public record KindNodes(NamedPodClass kind, int usable, List<NodeReasons> refusing, int otherwise) {

    /** Most groups that are listed. */
    public static final int MOST = 24;

    /** Checks presence and copies the list. */
    public KindNodes {
        requireNonNull(kind, "kind");
        refusing = List.copyOf(requireNonNull(refusing, "refusing"));
    }
}
