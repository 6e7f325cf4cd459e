package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a shelf, the smallest first, of equals by name, to find the first one on a node that nobody has taken.
 * A look costs a binary search for each different reach that has the node. Mutable: it remembers what was taken.
 */
final class RankedShelf {

    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(
                    (PersistentVolume volume) -> VolumeServes.size(volume))
            .thenComparing(volume -> volume.metadata().name());

    private final Map<Integer, List<Row>> rowsOn = new HashMap<>();

    /** Volumes of one reach. */
    private static final class Row {
        private final List<PersistentVolume> volumes = new ArrayList<>();

        /** For each place one after it, before which all are taken; itself, as far as that is not known. */
        private int[] next = new int[0];

        private int first(Quantity size, Set<String> taken) {
            int from = 0;
            int to = volumes.size();
            while (from < to) {
                int middle = from + to >>> 1;
                if (VolumeServes.size(volumes.get(middle)).compareTo(size) < 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            int free = from;
            while (free < volumes.size()) {
                if (next[free] > free) {
                    free = next[free];
                } else if (taken.contains(volumes.get(free).metadata().name())) {
                    next[free] = free + 1;
                } else {
                    break;
                }
            }
            for (int i = from; i < free; ) {
                int after = next[i];
                next[i] = free;
                i = after;
            }
            return free;
        }
    }

    /** Ranks volumes of which each is reached from some nodes, as bits. */
    RankedShelf(List<PersistentVolume> volumes, VolumeReach reach) {
        Map<long[], Row> rows = new IdentityHashMap<>();
        for (PersistentVolume volume : volumes.stream().sorted(BY_SIZE).toList()) {
            long[] nodes = reach.reaching(volume.spec().nodeAffinity());
            rows.computeIfAbsent(nodes, each -> row(nodes)).volumes.add(volume);
        }
        rows.values().forEach(row -> {
            row.next = new int[row.volumes.size()];
            Arrays.setAll(row.next, i -> i);
        });
    }

    private Row row(long[] nodes) {
        Row row = new Row();
        for (int w = 0; w < nodes.length; w++) {
            for (long left = nodes[w]; left != 0; left &= left - 1) {
                rowsOn.computeIfAbsent((w << 6) + Long.numberOfTrailingZeros(left), n -> new ArrayList<>())
                        .add(row);
            }
        }
        return row;
    }

    /** {@return the smallest volume of at least a size that a node reaches and that is not taken, or null} */
    @Nullable
    PersistentVolume first(int node, Quantity size, Set<String> taken) {
        PersistentVolume best = null;
        for (Row row : rowsOn.getOrDefault(node, List.of())) {
            int at = row.first(size, taken);
            PersistentVolume found = at < row.volumes.size() ? row.volumes.get(at) : null;
            best = found != null && (best == null || BY_SIZE.compare(found, best) < 0) ? found : best;
        }
        return best;
    }
}
