package io.github.workload4j.gang.stored;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.rows.FoundPods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods of the last whole snapshot in the order in which they were read: changes refer to them by number. */
final class ListedPods {

    static final ListedPods NONE = new ListedPods(List.of());

    private final @Nullable StoredPods rows;

    /** All of them if they are no rows. */
    private final List<Pod> pods;

    ListedPods(StoredPods rows) {
        this.rows = rows;
        this.pods = List.of();
    }

    ListedPods(List<Pod> pods) {
        this.rows = null;
        this.pods = pods;
    }

    private int size() {
        return rows == null ? pods.size() : rows.size();
    }

    /** {@return the pods that are gone: some by number, then others by name; they have nothing but their names} */
    List<Pod> gone(Cut from) throws SnapshotFormatException {
        int[] numbers = from.rising(from.below(size() + 1L), size());
        Named named = new Named(from);
        int[] found = Arrays.copyOf(numbers, numbers.length + named.size());
        List<@Nullable Pod> gone = new ArrayList<>(found.length);
        for (int number : numbers) {
            gone.add(rows == null ? pods.get(number) : null);
        }
        for (int i = 0; i < named.size(); i++) {
            found[numbers.length + i] = named.row(i);
            ObjectMeta name = ObjectMeta.of(named.namespaces.get(i), named.names.get(i));
            gone.add(new Pod(name, PodSpec.EMPTY, PodStatus.EMPTY));
        }
        return rows == null ? gone : new FoundPods(rows, found, null, gone);
    }

    /** Names that come next. */
    final class Named {

        private final List<String> namespaces = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final int[] before;

        /** Kept, so that no compiler leaves out the glance. */
        private int seen;

        Named(Cut from) throws SnapshotFormatException {
            from.paths((namespace, name) -> {
                namespaces.add(namespace);
                names.add(name);
            });
            before = from.rising(names.size(), ListedPods.this.size() + 1);
        }

        int size() {
            return before.length;
        }

        String namespace(int index) {
            return namespaces.get(index);
        }

        String name(int index) {
            return names.get(index);
        }

        private int row(int index) {
            return rows == null ? -1 : rows.find(namespaces.get(index), names.get(index), before[index]);
        }

        /** {@return the pods that have these names; {@code places}: where their nodes are, -1 for none} */
        List<Pod> found(List<Pod> named, int[] places) {
            if (rows == null) {
                return named;
            }
            seen = rows.glance(before);
            int[] found = new int[size()];
            Arrays.setAll(found, this::row);
            return new FoundPods(rows, found, places, named);
        }
    }
}
