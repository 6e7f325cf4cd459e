package io.github.workload4j.gang.stored;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects numbers, seven bits a byte, and texts: of a sorted list without what they share with the one before. */
final class Bytes {

    private static final byte[] NOTHING = {};

    private byte[] bytes = new byte[1 << 12];
    private int size;
    private byte[] last = NOTHING;

    void number(long number) {
        long rest = number;
        reserve(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be below 0. */
    void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    /** Numbers, equal ones that follow each other once: how many more there are, and the number. */
    void runs(long[] numbers) {
        for (int from = 0, to; from < numbers.length; from = to) {
            to = from + 1;
            while (to < numbers.length && numbers[to] == numbers[from]) {
                to++;
            }
            number(to - from - 1);
            number(numbers[from]);
        }
    }

    /** Numbers from 0 on, none less than the one before: how much more each is, in runs. */
    void rising(int[] numbers) {
        long[] more = new long[numbers.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = numbers[i] - (i == 0 ? 0 : numbers[i - 1]);
        }
        runs(more);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        append(utf8, 0, utf8.length);
    }

    /**
     * A name of a sorted list: what it begins with as the one before it did is left out.
     *
     * @throws IllegalArgumentException if it is longer than names that are read
     */
    void next(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Cut.LONGEST_NAME) {
            throw new IllegalArgumentException("name: " + utf8.length + " bytes, which begin with "
                    + text.substring(0, 60) + " (expected: " + Cut.LONGEST_NAME + " at most)");
        }
        int shared = Arrays.mismatch(last, utf8);
        shared = shared < 0 ? utf8.length : shared;
        number(shared);
        number(utf8.length - shared);
        append(utf8, shared, utf8.length);
        last = utf8;
    }

    /** Begins a sorted list. */
    void first() {
        last = NOTHING;
    }

    /** The first bytes of some, as they are. */
    void raw(byte[] some, int length) {
        append(some, 0, length);
    }

    private void append(byte[] some, int from, int end) {
        reserve(end - from);
        System.arraycopy(some, from, bytes, size, end - from);
        size += end - from;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
