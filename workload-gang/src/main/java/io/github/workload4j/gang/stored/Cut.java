package io.github.workload4j.gang.stored;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Bytes} wrote. What is not of that form is refused, whatever it is. */
final class Cut {

    /** The longest name, in bytes: otherwise few bytes could stand for many, as names leave out what they share. */
    static final int LONGEST_NAME = 512;

    private final byte[] bytes;
    private int at;
    private byte[] last = new byte[64];
    private int lastLength;

    Cut(byte[] bytes) {
        this(bytes, 0);
    }

    /** Takes what begins at a place. */
    Cut(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** {@return the place of what comes next} */
    int at() {
        return at;
    }

    void goTo(int place) {
        at = place;
    }

    byte[] bytes() {
        return bytes;
    }

    long number() throws SnapshotFormatException {
        if (at < bytes.length && bytes[at] >= 0) {
            return bytes[at++];
        }
        long number = 0;
        for (int shift = 0; shift < 64 && at < bytes.length; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw SnapshotFormatException.damaged("a number is cut off");
    }

    long signed() throws SnapshotFormatException {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }

    /** {@return how many of something follow; each takes a byte at least} */
    int count() throws SnapshotFormatException {
        return below(bytes.length - at + 1L);
    }

    /** {@return a number from 0 on, less than another} */
    int below(long end) throws SnapshotFormatException {
        return below(number(), end);
    }

    static int below(long number, long end) throws SnapshotFormatException {
        if (number < 0 || number >= end) {
            throw SnapshotFormatException.damaged("a number is out of its range");
        }
        return (int) number;
    }

    /** Takes runs of equal numbers. */
    interface Runs {
        void run(int from, int to, long number) throws SnapshotFormatException;
    }

    /** Reads this many numbers, written as runs. */
    void runs(int size, Runs runs) throws SnapshotFormatException {
        for (int from = 0, to; from < size; from = to) {
            to = from + 1 + below(size - from);
            runs.run(from, to, number());
        }
    }

    /** {@return this many numbers from 0 on, none less than the one before, each less than another} */
    int[] rising(int size, int end) throws SnapshotFormatException {
        int[] numbers = new int[size];
        int last = 0;
        for (int from = 0, to; from < size; from = to) {
            to = from + 1 + below(size - from);
            long more = number();
            for (int i = from; i < to; i++) {
                last = below(last + more, end);
                numbers[i] = last;
            }
        }
        return numbers;
    }

    /** {@return this many numbers from 0 on, each less than another} */
    int[] numbers(int size, long end) throws SnapshotFormatException {
        int[] numbers = new int[size];
        int from = at;
        for (int i = 0; i < size; i++) {
            if (from + 1 < bytes.length && bytes[from] < 0 && bytes[from + 1] >= 0) {
                numbers[i] = below(bytes[from] & 0x7F | bytes[from + 1] << 7, end);
                from += 2;
            } else {
                at = from;
                numbers[i] = below(end);
                from = at;
            }
        }
        at = from;
        return numbers;
    }

    String text() throws SnapshotFormatException {
        return new String(utf8(), StandardCharsets.UTF_8);
    }

    /** {@return the bytes of a text} */
    byte[] utf8() throws SnapshotFormatException {
        int length = count();
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** {@return the next text of a sorted list} */
    String next() throws SnapshotFormatException {
        advance();
        return text(last, 0, lastLength);
    }

    /** {@return how many of its bytes the next text of a sorted list shares with the one before} */
    private int advance() throws SnapshotFormatException {
        int shared = below(lastLength + 1L);
        int more = count();
        requireName(shared + more);
        if (shared + more > last.length) {
            last = Arrays.copyOf(last, LONGEST_NAME);
        }
        System.arraycopy(bytes, take(more), last, shared, more);
        lastLength = shared + more;
        return shared;
    }

    /** Takes a namespace, of one the same object, and a name. */
    interface Paths {
        void path(String namespace, String name) throws SnapshotFormatException;
    }

    /** Reads a sorted list of {@code namespace/name}. */
    void paths(Paths paths) throws SnapshotFormatException {
        int size = count();
        first();
        String namespace = "";
        int slash = -1;
        for (int i = 0; i < size; i++) {
            if (advance() <= slash || slash < 0) {
                slash = 0;
                while (slash < lastLength && last[slash] != '/') {
                    slash++;
                }
                if (slash == lastLength) {
                    throw SnapshotFormatException.damaged("a pod without a namespace");
                }
                namespace = text(last, 0, slash);
            }
            paths.path(namespace, text(last, slash + 1, lastLength - slash - 1));
        }
    }

    static void requireName(int length) throws SnapshotFormatException {
        if (length > LONGEST_NAME) {
            throw SnapshotFormatException.damaged("a name of more than " + LONGEST_NAME + " bytes");
        }
    }

    void first() {
        lastLength = 0;
    }

    /** {@return where this many bytes begin, which are taken} */
    int take(int length) throws SnapshotFormatException {
        if (length > bytes.length - at) {
            throw SnapshotFormatException.damaged("a text is cut off");
        }
        at += length;
        return at - length;
    }

    void requireEnd() throws SnapshotFormatException {
        if (at < bytes.length) {
            throw SnapshotFormatException.damaged("something follows the end");
        }
    }

    private static String text(byte[] from, int at, int length) {
        return new String(from, at, length, StandardCharsets.UTF_8);
    }
}
