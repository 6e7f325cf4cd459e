package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedPagesTest {

    /** A number is kept by its thousands, so that many have one key; keys share hashes. */
    private static final KeyedPages.Key<Integer> BY_THOUSANDS = new KeyedPages.Key<>() {
        @Override
        public int hash(Integer number) {
            return number / 1000 / 3;
        }

        @Override
        public int compare(Integer a, Integer b) {
            return a / 1000 - b / 1000;
        }
    };

    @Test
    void aTableIsTheMapOfTheSameChanges() {
        Random random = new Random(9);
        Map<Integer, Integer> expected = new HashMap<>();
        KeyedPages<Integer> table = KeyedPages.of(BY_THOUSANDS, List.of());
        for (int i = 0; i < 8_000; i++) {
            // Long rows of more or of less, so that it grows and shrinks.
            boolean more = random.nextInt(100) < (i / 2000 % 2 == 0 ? 80 : 20);
            int number = random.nextInt(2_000_000);
            KeyedPages<Integer> before = table;
            int size = expected.size();
            if (more) {
                expected.put(number / 1000, number);
                table = table.with(number, new Object());
            } else {
                expected.remove(number / 1000);
                table = table.without(number, new Object());
            }
            assertThat(before.size()).isEqualTo(size);
            assertThat(table.size()).isEqualTo(expected.size());
            assertThat(table.find(number)).isEqualTo(expected.get(number / 1000));
            if (i % 500 == 0) {
                assertThat(table.elements()).containsExactlyInAnyOrderElementsOf(expected.values());
                assertThat(KeyedPages.of(BY_THOUSANDS, table.elements()).elements())
                        .containsExactlyInAnyOrderElementsOf(expected.values());
            }
        }
    }

    @Test
    void ofSeveralWithOneKeyTheLastIsKept() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            numbers.add(7_000 + i);
            numbers.add(i * 1000);
        }
        KeyedPages<Integer> table = KeyedPages.of(BY_THOUSANDS, numbers);
        assertThat(table.size()).isEqualTo(100);
        assertThat(table.find(7_500)).isEqualTo(7_099);
    }

    /** Numbers that all have one hash, and how often two were compared. */
    private static final class OneHash implements KeyedPages.Key<Integer> {

        private long compared;

        @Override
        public int hash(Integer number) {
            return 7;
        }

        @Override
        public int compare(Integer a, Integer b) {
            compared++;
            return Integer.compare(a, b);
        }
    }

    @Test
    void keysOfOneHashAreLookedUpByTheirOrder() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(i * 7_919 % 10_007);
        }
        OneHash key = new OneHash();
        KeyedPages<Integer> table = KeyedPages.of(key, numbers);
        KeyedPages<Integer> grown = KeyedPages.of(key, List.of());
        for (int number : numbers) {
            assertThat(table.find(number)).isEqualTo(number);
            grown = grown.with(number, new Object()).with(number, new Object());
        }
        assertThat(table.find(10_007)).isNull();
        assertThat(grown.elements().stream().sorted())
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
        for (int number : numbers.subList(0, 9_995)) {
            grown = grown.without(number, new Object());
            assertThat(grown.find(number)).isNull();
        }
        assertThat(grown.elements()).containsExactlyInAnyOrderElementsOf(numbers.subList(9_995, 10_000));
        assertThat(key.compared).isLessThan(2_000_000);
    }
}
