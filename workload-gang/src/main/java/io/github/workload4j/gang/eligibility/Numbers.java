package io.github.workload4j.gang.eligibility;

import java.util.Arrays;

/** Numbers in the order in which they are added, the same one in a row kept once. Mutable. */
final class Numbers {

    static final Numbers NONE = new Numbers();

    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
        if (size > 0 && numbers[size - 1] == number) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
