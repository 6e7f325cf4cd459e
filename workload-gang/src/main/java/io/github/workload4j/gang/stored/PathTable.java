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

    private final byte[] bytes;
    private final int size;

    /** For each block its first path, one after the other, and where each ends; what follows it begins there. */
    private byte[] heads = new byte[1 << 12];

    private final int[] headEnds;
    private final int[] follow;

    private final List<String> namespaces = new ArrayList<>();

    /** For each namespace its first row. */
    private int[] firsts = new int[8];

    private PathTable(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
        this.headEnds = new int[(size + BLOCK - 1) / BLOCK];
        this.follow = new int[headEnds.length];
    }

    /** {@return the names that come next; null if they are not plain ones in order, which may be right all the same} */
    static @Nullable PathTable read(Cut from) throws SnapshotFormatException {
        PathTable table = new PathTable(from.bytes(), from.count());
        return table.isFilled(from) ? table : null;
    }

    private boolean isFilled(Cut from) throws SnapshotFormatException {
        byte[] path = new byte[Cut.LONGEST_NAME];
        int length = 0;
        int slash = -1;
        int next = from.at();
        for (int row = 0; row < size; row++) {
            // Numbers are mostly a byte long: here they are read without a call.
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
            if (!isOfNext && !isBehind(at, more, path, shared, length)) {
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
            if (row % BLOCK == 0 && !isKept(row / BLOCK, path, length, next)) {
                return false;
            }
        }
        from.goTo(next);
        return true;
    }

    /** {@return whether what follows the part that a path shares with the one before makes it come later} */
    private boolean isBehind(int at, int more, byte[] before, int shared, int length) {
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

    private boolean isKept(int block, byte[] path, int length, int next) {
        int at = block == 0 ? 0 : headEnds[block - 1];
        if (at > Frame.MOST_BYTES - length) {
            return false;
        }
        heads = at + length > heads.length
                ? Arrays.copyOf(heads, (int) Math.min(Frame.MOST_BYTES, 2L * (at + length)))
                : heads;
        System.arraycopy(path, 0, heads, at, length);
        headEnds[block] = at + length;
        follow[block] = next;
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
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int from = headEnds[middle - 1] + prefix;
            if (Arrays.compareUnsigned(heads, from, headEnds[middle], sought, 0, sought.length) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        try {
            return find(low, first, end, prefix, sought);
        } catch (SnapshotFormatException e) {
            throw new IllegalStateException(e); // it was read once
        }
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
            int from = (block == 0 ? 0 : headEnds[block - 1]) + prefix;
            like = Arrays.mismatch(heads, from, headEnds[block], name, 0, name.length);
            if (like < 0) {
                return head;
            }
        }
        int next = follow[block];
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
            int from = block == 0 ? 0 : headEnds[block - 1];
            this.length = headEnds[block] - from;
            this.path = Arrays.copyOfRange(heads, from, from + length + 64);
            this.cut = new Cut(bytes, follow[block]);
        }

        void advance() {
            try {
                int shared = cut.below(length + 1L);
                int more = cut.count();
                path = shared + more > path.length ? Arrays.copyOf(path, 2 * (shared + more)) : path;
                System.arraycopy(bytes, cut.take(more), path, shared, more);
                length = shared + more;
            } catch (SnapshotFormatException e) {
                throw new IllegalStateException(e); // it was read once
            }
        }
    }
}
