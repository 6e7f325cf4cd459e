package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** The names by which nodes and pods are told apart, and the refusal of those that cannot be. */
final class ObjectNames {

    /** By namespace and name. */
    static final KeyedPages.Key<Pod> OF_PODS = new KeyedPages.Key<>() {
        @Override
        public int hash(Pod pod) {
            return pod.metadata().name().hashCode() * 31
                    + pod.metadata().namespaceOrDefault().hashCode();
        }

        @Override
        public int compare(Pod a, Pod b) {
            int byName = a.metadata().name().compareTo(b.metadata().name());
            return byName != 0
                    ? byName
                    : a.metadata().namespaceOrDefault().compareTo(b.metadata().namespaceOrDefault());
        }
    };

    /** By namespace, then by name. */
    static final Comparator<Pod> ORDER = Comparator.comparing(
                    (Pod pod) -> pod.metadata().namespaceOrDefault())
            .thenComparing(pod -> pod.metadata().name());

    private ObjectNames() {}

    /** {@return the name of a node} */
    static String of(Node node) {
        return node.metadata().name();
    }

    /** {@return {@code namespace/name} of a pod} */
    static String of(Pod pod) {
        return pod.metadata().qualifiedName();
    }

    /** {@return something that has the name of a pod, to look for it} */
    static Pod pod(String namespace, String name) {
        return new Pod(ObjectMeta.of(namespace, name), PodSpec.EMPTY, PodStatus.EMPTY);
    }

    /** Refuses a node without a name. */
    static void require(String argument, Node node) {
        if (of(node).isEmpty()) {
            throw new IllegalArgumentException(argument + ": a node without a name (expected: metadata.name)");
        }
    }

    /** Refuses a pod without a name. */
    static void require(String argument, Pod pod) {
        if (pod.metadata().name().isEmpty()) {
            throw new IllegalArgumentException(argument + ": a pod of namespace "
                    + pod.metadata().namespaceOrDefault() + " without a name (expected: metadata.name)");
        }
    }

    static IllegalArgumentException twice(String argument, String name) {
        return new IllegalArgumentException(argument + ": two are named " + name);
    }

    /** {@return the refusal of pods two of which have the same name} */
    static IllegalArgumentException twice(Collection<Pod> pods) {
        Set<String> seen = new HashSet<>();
        for (Pod pod : pods) {
            if (!seen.add(of(pod))) {
                return twice("pods", of(pod));
            }
        }
        throw new IllegalStateException("pods: no two have one name");
    }
}
