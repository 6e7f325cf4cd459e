package io.github.workload4j.gang.stored;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths, {@code namespace/name}, each once and in the order of their parts, as a sorted list has them: texts are made
 * when they are asked for. Immutable.
 */
final class PathTable {

    /** The bytes of one path in this many are kept whole. */
    private static final int BLOCK = 8;

    /** The bytes before the first path of a block. */
    private static final int HEADER = 2;

    private final int size;

    /**
     * Block after block, so that one is found in few lines of a cache: its first path, whole, after two bytes for its
     * length; then the others, as they were read.
     */
    private byte[] blocks;

    private int end;

    /** Where each block begins, and the end of the last. */
    private final int[] starts;

    private final List<String> namespaces = new ArrayList<>();

    /** For each namespace its first row. */
    private int[] firsts = new int[8];

    private PathTable(int size, int bytes) {
        this.size = size;
        this.blocks = new byte[bytes];
        this.starts = new int[(size + BLOCK - 1) / BLOCK + 1];
    }

    /** {@return the names that come next; null if they are not plain ones in order, which may be right all the same} */
    static @Nullable PathTable read(Cut from) throws SnapshotFormatException {
        PathTable table = new PathTable(from.count(), from.bytes().length - from.at());
        return table.isFilled(from) ? table : null;
    }

    private boolean isFilled(Cut from) throws SnapshotFormatException {
        byte[] bytes = from.bytes();
        byte[] path = new byte[Cut.LONGEST_NAME];
        int length = 0;
        int slash = -1;
        int next = from.at();
        int kept = next;
        for (int row = 0; row < size; row++) {
            // Numbers are mostly a byte long: here they are read without a call.
            int begin = next;
            int shared = next + 1 < bytes.length ? bytes[next] : -1;
            int more = shared < 0 ? -1 : bytes[next + 1];
            int at = next + 2;
            if (more < 0 || shared > length || more > bytes.length - at) {
                from.goTo(next);
                shared = from.below(length + 1L);
                more = from.count();
                at = from.take(more);
            }
            next = at + more;
            Cut.requireName(shared + more);
            boolean isOfNext = row == 0 || shared <= slash;
            if (!isOfNext && !isBehind(bytes, at, more, path, shared, length)) {
                return false;
            }
            int all = 0; // mostly a few: one loop takes less than a call
            for (int i = 0; i < more; i++) {
                byte each = bytes[at + i];
                path[shared + i] = each;
                all |= each;
            }
            if (all < 0) {
                return false;
            }
            length = shared + more;
            if (isOfNext) {
                String whole = new String(path, 0, length, StandardCharsets.US_ASCII);
                slash = whole.indexOf('/');
                if (slash <= 0 || !isBegun(whole.substring(0, slash), row)) {
                    return false;
                }
            }
            if (length == slash + 1) {
                return false;
            }
            if (row % BLOCK == 0) {
                if (!isKept(bytes, kept, begin) || !isBegun(row / BLOCK, path, length)) {
                    return false;
                }
                kept = next;
            }
        }
        from.goTo(next);
        boolean isAll = isKept(bytes, kept, next);
        starts[starts.length - 1] = end;
        return isAll;
    }

    /** {@return whether what follows the part that a path shares with the one before makes it come later} */
    private static boolean isBehind(byte[] bytes, int at, int more, byte[] before, int shared, int length) {
        int i = 0;
        while (i < more && shared + i < length && bytes[at + i] == before[shared + i]) {
            i++;
        }
        return i < more && (shared + i == length || bytes[at + i] > before[shared + i]);
    }

    /** {@return whether a namespace comes after the one before; it begins at a row} */
    private boolean isBegun(String namespace, int row) {
        int count = namespaces.size();
        if (count > 0 && namespaces.get(count - 1).compareTo(namespace) >= 0) {
            return false;
        }
        firsts = count == firsts.length ? Arrays.copyOf(firsts, 2 * count) : firsts;
        firsts[count] = row;
        return namespaces.add(namespace);
    }

    /** Begins a block with its first path, {@code length} bytes; false if all gets too large. */
    private boolean isBegun(int block, byte[] path, int length) {
        starts[block] = end;
        byte[] header = {(byte) (length >> 8), (byte) length};
        return isKept(header, 0, HEADER) && isKept(path, 0, length);
    }

    private boolean isKept(byte[] some, int from, int to) {
        int more = to - from;
        if (more > Frame.MOST_BYTES - end) {
            return false;
        }
        if (more > blocks.length - end) {
            blocks = Arrays.copyOf(blocks, (int) Math.min(Frame.MOST_BYTES, (end + more) * 3L / 2));
        }
        System.arraycopy(some, from, blocks, end, more);
        end += more;
        return true;
    }

    int size() {
        return size;
    }

    /** {@return the namespace of a row; of one namespace the same text} */
    String namespace(int row) {
        int place = Arrays.binarySearch(firsts, 0, namespaces.size(), row);
        return namespaces.get(place < 0 ? -place - 2 : place);
    }

    /** {@return the name of a row} */
    String name(int row) {
        Walk walk = new Walk(row / BLOCK);
        for (int i = 0; i < row % BLOCK; i++) {
            walk.advance();
        }
        int from = namespace(row).length() + 1;
        return new String(walk.path, from, walk.length - from, StandardCharsets.US_ASCII);
    }

    /** {@return the row of a path, or -1} */
    int find(String namespace, String name) {
        return find(namespace, name, -1);
    }

    /**
     * {@return the row of a path, or -1}
     *
     * @param place how many rows come before it as far as is known: if that is right, nothing is searched for
     */
    int find(String namespace, String name, int place) {
        int its = Collections.binarySearch(namespaces, namespace);
        if (its < 0) {
            return -1;
        }
        int first = firsts[its];
        int end = its + 1 < namespaces.size() ? firsts[its + 1] : size;
        int prefix = namespace.length() + 1;
        byte[] sought = name.getBytes(StandardCharsets.UTF_8);
        int low = first / BLOCK;
        int high = (end - 1) / BLOCK;
        if (first <= place && place <= end) {
            int near = Math.max(first, place - 1) / BLOCK;
            if (near > low && isBeyond(near, prefix, sought)) {
                high = near - 1;
            } else {
                low = near;
                // A path that is there may begin the next block.
                for (int more = 0; more < 2 && low < high; more++) {
                    if (isBeyond(low + 1, prefix, sought)) {
                        high = low;
                    } else {
                        low++;
                    }
                }
            }
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (isBeyond(middle, prefix, sought)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        try {
            return find(low, first, end, prefix, sought);
        } catch (SnapshotFormatException e) {
            throw new IllegalStateException(e); // it was read once
        }
    }

    /**
     * Looks at some places: in a loop that does little else, the processor waits for the memory of several at once.
     *
     * @param places rows, up to the one after the last
     * @return something of what was seen
     */
    int glance(int[] places) {
        int seen = 0;
        for (int place : size == 0 ? new int[0] : places) {
            int block = Math.max(0, place - 1) / BLOCK;
            seen += blocks[starts[block]] + blocks[starts[block + 1] - 1];
        }
        return seen;
    }

    /** {@return how many bytes the first path of a block has} */
    private int length(int block) {
        int at = starts[block];
        return blocks[at] << 8 | blocks[at + 1] & 0xFF;
    }

    /** {@return whether a block, not the first, begins with a name after another of the same namespace} */
    private boolean isBeyond(int block, int prefix, byte[] name) {
        int from = starts[block] + HEADER;
        return Arrays.compareUnsigned(blocks, from + prefix, from + length(block), name, 0, name.length) > 0;
    }

    /**
     * {@return the row of a block that has a name, or -1}
     *
     * <p>Of most rows only how much they share with the one before is looked at: that says whether they can be like the
     * name where that one was not.
     *
     * @param first first row of the namespace
     * @param end row after its last
     * @param prefix where names begin in its paths
     */
    private int find(int block, int first, int end, int prefix, byte[] name) throws SnapshotFormatException {
        int head = block * BLOCK;
        int like = 0; // this many bytes of the name are those of the row before
        if (first <= head) {
            int from = starts[block] + HEADER;
            like = Arrays.mismatch(blocks, from + prefix, from + length(block), name, 0, name.length);
            if (like < 0) {
                return head;
            }
        }
        byte[] bytes = blocks;
        int next = starts[block] + HEADER + length(block);
        for (int row = head + 1; row < Math.min(end, head + BLOCK); row++) {
            int shared = bytes[next] - prefix;
            int more = next + 1 < bytes.length ? bytes[next + 1] : -1;
            int at = next + 2;
            if (bytes[next] < 0 || more < 0) {
                Cut cut = new Cut(bytes, next);
                shared = (int) cut.number() - prefix;
                more = cut.count();
                at = cut.take(more);
            }
            next = at + more;
            if (row == first) {
                at -= shared; // all of the name is here, after the end of the namespace
                shared = 0;
            }
            if (row < first || shared > like) {
                continue;
            }
            if (shared < like) {
                return -1;
            }
            while (at < next && like < name.length && bytes[at] == name[like]) {
                at++;
                like++;
            }
            if (at == next && like == name.length) {
                return row;
            }
        }
        return -1;
    }

    /** The paths of a block, one after the other. */
    private final class Walk {

        private final Cut cut;
        private byte[] path;
        private int length;

        Walk(int block) {
            int from = starts[block] + HEADER;
            this.length = length(block);
            this.path = Arrays.copyOf(Arrays.copyOfRange(blocks, from, from + length), length + 64);
            this.cut = new Cut(blocks, from + length);
        }

        void advance() {
            try {
                int shared = cut.below(length + 1L);
                int more = cut.count();
                path = shared + more > path.length ? Arrays.copyOf(path, 2 * (shared + more)) : path;
                System.arraycopy(blocks, cut.take(more), path, shared, more);
                length = shared + more;
            } catch (SnapshotFormatException e) {
                throw new IllegalStateException(e); // it was read once
            }
        }
    }
}
