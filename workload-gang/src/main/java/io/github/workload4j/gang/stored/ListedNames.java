package io.github.workload4j.gang.stored;

import io.github.workload4j.api.core.Pod;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The names of the pods of a whole snapshot, in the order in which they were written: changes name their numbers. */
final class ListedNames {

    static final ListedNames NONE = new ListedNames(List.of());

    private static final Comparator<Name> ORDER =
            Comparator.comparing(Name::namespace).thenComparing(Name::name);

    private record Name(String namespace, String name) {

        static Name of(Pod pod) {
            return new Name(pod.metadata().namespaceOrDefault(), pod.metadata().name());
        }
    }

    private final List<Name> names;

    /** The names of pods that are in the order of namespace and name. */
    ListedNames(List<Pod> pods) {
        this.names = pods.stream().map(Name::of).toList();
    }

    int size() {
        return names.size();
    }

    /** {@return the number of a pod; if it has none, as of a binary search} */
    int find(Pod pod) {
        return Collections.binarySearch(names, Name.of(pod), ORDER);
    }
}
