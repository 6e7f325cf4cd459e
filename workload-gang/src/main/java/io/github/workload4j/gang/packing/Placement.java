package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * Pods and where they go: an unmodifiable list of {@link Placed}, held in columns.
 *
 * <p>Ordered by node, then by class; no (class, node) occurs twice. Equal to every list of equal elements.
 */
public final class Placement extends AbstractList<Placed> implements RandomAccess {

    private static final Placement EMPTY = new Placement(new int[0], new int[0], new int[0], 0);

    private final int[] podClass;
    private final int[] node;
    private final int[] count;
    private final int size;

    /** Number of pods, or -1 until somebody asks. */
    private int pods = -1;

    private Placement(int[] podClass, int[] node, int[] count, int size) {
        this.podClass = podClass;
        this.node = node;
        this.count = count;
        this.size = size;
    }

    /** {@return a placement of nothing} */
    public static Placement empty() {
        return EMPTY;
    }

    /**
     * A placement of the given elements in the given order.
     *
     * @param podClass the class of each element; copied
     * @param node the node of each element; copied
     * @param count the number of pods of each element; copied
     * @param size number of elements; what the arrays hold after them is left out
     * @throws IllegalArgumentException if an array has fewer elements
     */
    public static Placement ofColumns(int[] podClass, int[] node, int[] count, int size) {
        requireNonNull(podClass, "podClass");
        requireNonNull(node, "node");
        requireNonNull(count, "count");
        if (size < 0 || size > Math.min(podClass.length, Math.min(node.length, count.length))) {
            throw new IllegalArgumentException("size: " + size + " (expected: 0 to the " + podClass.length + ", "
                    + node.length + " and " + count.length + " elements of the arrays)");
        }
        return new Placement(
                Arrays.copyOf(podClass, size), Arrays.copyOf(node, size), Arrays.copyOf(count, size), size);
    }

    /** A placement of the given elements in the given order. */
    public static Placement of(Collection<Placed> placed) {
        requireNonNull(placed, "placed");
        if (placed instanceof Placement placement) {
            return placement;
        }
        int[][] columns = new int[3][placed.size()];
        int i = 0;
        for (Placed some : placed) {
            columns[0][i] = some.podClass();
            columns[1][i] = some.node();
            columns[2][i++] = some.count();
        }
        return new Placement(columns[0], columns[1], columns[2], i);
    }

    @Override
    public Placed get(int index) {
        return new Placed(podClass(index), node[index], count[index]);
    }

    @Override
    public int size() {
        return size;
    }

    /** {@return the class of an element} */
    public int podClass(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return podClass[index];
    }

    /** {@return the node of an element} */
    public int node(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return node[index];
    }

    /** {@return the number of pods of an element} */
    public int count(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return count[index];
    }

    /**
     * {@return the first elements of this placement; columns are shared where they are equal}
     *
     * @param elements number of elements, 1 or more
     * @param last number of pods of the last of them
     */
    public Placement first(int elements, int last) {
        if (elements < 1 || elements > size) {
            throw new IllegalArgumentException("elements: " + elements + " (expected: 1 to " + size + ")");
        }
        int[] some = count;
        if (count[elements - 1] != last) {
            some = Arrays.copyOf(count, elements);
            some[elements - 1] = last;
        }
        return new Placement(podClass, node, some, elements);
    }

    /** {@return number of pods in all} */
    public int pods() {
        int all = pods;
        if (all < 0) {
            all = 0;
            for (int i = 0; i < size; i++) {
                all += count[i];
            }
            pods = all;
        }
        return all;
    }

    /** {@return one line; of more than 8 elements, how many there are} */
    @Override
    public String toString() {
        return size > 8 ? pods() + " pods in " + size + " elements" : super.toString();
    }
}
