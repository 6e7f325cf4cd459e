package io.github.workload4j.gang.search.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupCountsTest {

    private final int[] max = {3, 2, 4};
    private final GroupCounts counts = new GroupCounts(max);

    @Test
    void vectorsAreNumberedWithoutGaps() {
        assertThat(counts.size).isEqualTo(4 * 3 * 5);
        for (int number = 0; number < counts.size; number++) {
            assertThat(counts.number(counts.counts(number))).isEqualTo(number);
        }
        assertThat(counts.less(counts.number(new int[] {3, 1, 4}), new int[] {1, 2, 4}))
                .isEqualTo(counts.number(new int[] {2, 0, 0}));
        assertThat(counts.next(counts.number(new int[] {3, 1, 0})).boxed())
                .containsExactly(counts.number(new int[] {3, 2, 0}), counts.number(new int[] {3, 1, 1}));
    }

    @Test
    void boxesThatAreTooLargeHaveNoSize() {
        assertThat(new GroupCounts(new int[] {1_000, 1_000}).size).isEqualTo(-1);
    }

    @Test
    void freeVectorsAreThoseThatHaveNoneOfTheGivenWithin() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<int[]> given = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                given.add(counts.counts(1 + random.nextInt(counts.size - 1)));
            }
            List<int[]> free = counts.free(given);
            for (int number = 0; number < counts.size; number++) {
                int[] vector = counts.counts(number);
                boolean has = given.stream().anyMatch(some -> GroupCounts.isWithin(some, vector));
                assertThat(free.stream().anyMatch(bound -> GroupCounts.isWithin(vector, bound)))
                        .isEqualTo(!has);
            }
        }
    }
}
