package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.rows.FoundPods;
import io.github.workload4j.gang.rows.PodRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The pods that count, by namespace and name: rows as they were read, and a table of all others. Immutable; one with a
 * pod more, less or replaced shares the rest.
 */
final class KnownPods {

    /** So many pods are put in one by one, and one more for so many that are there. */
    private static final int FEW = 1_024;

    private static final int ONE_MORE_IN = 4;

    private final @Nullable PodRows rows;

    /** The {@linkplain NodeTable#names names of nodes} whose places the rows say. */
    private final Object places;

    /** A bit for each row that is not here, 64 in a number. */
    private final LongPages gone;

    private final int size;
    private final KeyedPages<Pod> others;

    private KnownPods(@Nullable PodRows rows, Object places, LongPages gone, int size, KeyedPages<Pod> others) {
        this.rows = rows;
        this.places = places;
        this.gone = gone;
        this.size = size;
        this.others = others;
    }

    /**
     * {@return pods by name}
     *
     * @param rows some of them; those without a node are none
     * @param places the {@linkplain NodeTable#names names of nodes} whose places the rows say
     * @param others the others
     */
    static KnownPods of(@Nullable PodRows rows, Object places, KeyedPages<Pod> others) {
        if (rows == null) {
            return new KnownPods(null, places, LongPages.zeros(0), others.size(), others);
        }
        long[] gone = new long[(rows.size() + 63) >> 6];
        int size = others.size();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.node(row) < 0) {
                gone[row >> 6] |= 1L << row;
            } else {
                size++;
            }
        }
        return new KnownPods(rows, places, LongPages.of(gone), size, others);
    }

    int size() {
        return size;
    }

    /** {@return the pod of the same name, or null} */
    @Nullable
    Pod find(Pod like) {
        Pod other = others.find(like);
        int row = other == null ? rowOf(like) : -1;
        return rows == null || !hasRow(row) ? other : rows.pod(row);
    }

    /** {@return the pod of the same name if it is no row, or null} */
    @Nullable
    Pod other(Pod like) {
        return others.find(like);
    }

    /** {@return where rows are; null if there are none} */
    @Nullable
    PodRows rows() {
        return rows;
    }

    /** {@return where the node of a row is among others, or -1 if it is not there} */
    int placeOf(int row, NodeTable nodes) {
        if (rows == null) {
            return -1;
        }
        return places == nodes.names() ? rows.node(row) : nodes.indexOf(rows.nodeName(row));
    }

    /** {@return the row of each of some names, whether it is gone or not; -1 for none} */
    int[] rowsOf(List<Pod> like) {
        if (rows != null && like instanceof FoundPods known && known.areIn(rows)) {
            return known.found();
        }
        int[] found = new int[like.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = rowOf(like.get(i));
        }
        return found;
    }

    private int rowOf(Pod like) {
        return rows == null
                ? -1
                : rows.find(
                        like.metadata().namespaceOrDefault(), like.metadata().name());
    }

    /** {@return whether there is such a row, and its pod is here} */
    boolean hasRow(int row) {
        return row >= 0 && !isGone(row);
    }

    private boolean isGone(int row) {
        return (gone.get(row >> 6) >>> row & 1) != 0;
    }

    /** {@return these with a pod, of whose name there is none here, for an {@linkplain PageTree#writable owner}} */
    KnownPods with(Pod pod, Object by) {
        return new KnownPods(rows, places, gone, size + 1, others.with(pod, by));
    }

    /** {@return these without a pod that is here and no row, for an {@linkplain PageTree#writable owner}} */
    KnownPods without(Pod pod, Object by) {
        return new KnownPods(rows, places, gone, size - 1, others.without(pod, by));
    }

    /** {@return these without a row that is here, for an {@linkplain PageTree#writable owner}} */
    KnownPods withoutRow(int row, Object by) {
        return new KnownPods(rows, places, gone.with(row >> 6, gone.get(row >> 6) | 1L << row, by), size - 1, others);
    }

    /**
     * Looks for what makes these of others.
     *
     * @param put takes the pods that the others have not, or have otherwise
     * @param left takes those of the others of whose name there is none here
     */
    void since(KnownPods before, List<Pod> put, List<Pod> left) {
        unlike(before, each -> {
            Pod was = before.find(each);
            if (was == null || was != each && !was.equals(each)) {
                put.add(each);
            }
        });
        before.unlike(this, each -> {
            if (find(each) == null) {
                left.add(each);
            }
        });
    }

    /** Visits the pods but for some that are among the other ones as well. */
    private void unlike(KnownPods other, Consumer<Pod> consumer) {
        others.unlike(other.others, consumer);
        if (rows != null) {
            forEachRow(rows == other.rows ? other.gone : null, row -> consumer.accept(rows.pod(row)));
        }
    }

    /** Visits the rows that are here; if others are given, only those that are gone from them. */
    private void forEachRow(@Nullable LongPages fromThem, IntConsumer consumer) {
        int words = rows == null ? 0 : (rows.size() + 63) >> 6;
        for (int w = 0; w < words; w++) {
            long here = ~gone.get(w) & (fromThem == null ? -1L : fromThem.get(w));
            for (; here != 0; here &= here - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(here);
                if (rows != null && row < rows.size()) {
                    consumer.accept(row);
                }
            }
        }
    }

    /** {@return whether so many pods are put in sooner by making all tables anew than one by one} */
    boolean areMany(int put) {
        return put > FEW && put > size / ONE_MORE_IN;
    }

    /** {@return the pods without some, and then with others; of those with one name the last} */
    Collection<Pod> changed(List<Pod> put, List<Pod> gone) {
        Map<String, Pod> named = new LinkedHashMap<>();
        elements().forEach(pod -> named.put(ObjectNames.of(pod), pod));
        gone.forEach(pod -> named.remove(ObjectNames.of(pod)));
        put.forEach(pod -> named.put(ObjectNames.of(pod), pod));
        return named.values();
    }

    /** {@return the pods that a condition takes, in no particular order; of rows, only these are made} */
    List<Pod> like(BiPredicate<String, Pod> condition) {
        List<Pod> some = new ArrayList<>();
        others.forEach(pod -> {
            if (condition.test(pod.metadata().namespaceOrDefault(), pod)) {
                some.add(pod);
            }
        });
        PodRows read = rows;
        if (read != null) {
            // Rows are in the order of their namespaces: what is known of the shapes holds for many of them.
            String[] namespace = {""};
            Boolean[] taken = new Boolean[read.shapes().size()];
            forEachRow(null, row -> {
                if (!read.namespace(row).equals(namespace[0])) {
                    namespace[0] = read.namespace(row);
                    Arrays.fill(taken, null);
                }
                int shape = read.shape(row);
                if (taken[shape] == null) {
                    taken[shape] = condition.test(namespace[0], read.like(row));
                }
                if (taken[shape]) {
                    some.add(read.pod(row));
                }
            });
        }
        return some;
    }

    /** {@return the pods, in no particular order} */
    List<Pod> elements() {
        List<Pod> elements = new ArrayList<>(others.elements());
        if (rows != null) {
            forEachRow(null, row -> elements.add(rows.pod(row)));
        }
        return elements;
    }
}
