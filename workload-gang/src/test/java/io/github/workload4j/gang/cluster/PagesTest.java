package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PagesTest {

    /** Changes near the place of the last one fill a page, or empty it; others meet all pages. */
    @Test
    void listsInPagesAreTheListsOfTheSameChangesAndStayAsTheyWere() {
        Random random = new Random(14);
        for (int length : new int[] {0, 1, 63, 64, 65, 5_000}) {
            List<Long> expected = new ArrayList<>();
            for (long i = 0; i < length; i++) {
                expected.add(i % 3);
            }
            Pages<Long> pages = Pages.of(expected.toArray(Long[]::new));
            LongPages numbers = LongPages.of(longs(expected));
            int near = 0;
            for (int i = 0; i < 4_000; i++) {
                List<Long> before = i % 250 == 0 ? List.copyOf(expected) : null;
                Pages<Long> pagesBefore = pages;
                LongPages numbersBefore = numbers;
                int size = expected.size();
                int at = random.nextInt(4) > 0 ? Math.min(near, size) : random.nextInt(size + 1);
                near = at;
                long value = random.nextInt(3);
                // Long rows of more or of less, so that lists grow and shrink, some down to nothing.
                if (at == size || random.nextInt(100) < (i / 1000 % 2 == 0 ? 60 : 20)) {
                    expected.add(at, value);
                    pages = pages.inserted(at, value);
                    numbers = numbers.inserted(at, value);
                } else if (random.nextInt(4) == 0) {
                    expected.set(at, value);
                    pages = pages.with(at, value, new Object());
                    numbers = numbers.with(at, value, new Object());
                } else {
                    expected.remove(at);
                    pages = pages.removed(at);
                    numbers = numbers.removed(at);
                }
                if (before != null) {
                    assertThat(pages).isEqualTo(expected);
                    assertThat(numbers.toArray()).containsExactly(longs(expected));
                    assertThat(pagesBefore).isEqualTo(before);
                    assertThat(numbersBefore.toArray()).containsExactly(longs(before));
                    for (int n = 0; n < expected.size(); n++) {
                        assertThat(numbers.get(n)).isEqualTo(expected.get(n));
                    }
                    assertThat(numbers.isZero()).isEqualTo(expected.stream().allMatch(each -> each == 0));
                }
            }
        }
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(each -> each).toArray();
    }

    @Test
    void oneMoreOrLessSharesAllPagesButOne() {
        Pages<Integer> pages = Pages.of(new Integer[16 * PageTree.SIZE]).inserted(8 * PageTree.SIZE, 1);
        Pages<Integer> fewer = pages.removed(2 * PageTree.SIZE);
        int shared = 0;
        for (int page = 0; page < 16; page++) {
            shared += pages.sharesPage(fewer, PageTree.SIZE * page + PageTree.SIZE / 2) ? 1 : 0;
        }
        assertThat(shared).isEqualTo(15);
    }
}
