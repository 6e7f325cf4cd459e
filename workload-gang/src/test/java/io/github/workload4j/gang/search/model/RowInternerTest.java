package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowInternerTest {

    @Test
    void equalRowsGetTheNumberOfTheFirst() {
        Random random = new Random(5);
        RowInterner interner = new RowInterner(2);
        List<List<Long>> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long[] row = {random.nextInt(40), random.nextInt(40)};
            List<Long> boxed = List.of(row[0], row[1]);
            if (!rows.contains(boxed)) {
                rows.add(boxed);
            }
            int number = interner.add(row);
            assertThat(number).isEqualTo(rows.indexOf(boxed));
            assertThat(interner.get(number, 1)).isEqualTo(row[1]);
        }
        assertThat(interner.size()).isEqualTo(rows.size());
    }

    @Test
    void rowClassesNumberRowsAsTheInternerDoes() {
        Random random = new Random(6);
        long[][] columns = {
            random.longs(3_000, 0, 50).toArray(), random.longs(3_000, 1, 9).toArray()
        };
        RowClasses classes = new RowClasses(columns, 1);
        RowInterner interner = new RowInterner(2);
        for (int n = 0; n < 3_000; n++) {
            assertThat(classes.numbers()[n]).isEqualTo(interner.add(new long[] {columns[0][n], columns[1][n]}));
        }
        assertThat(classes.size()).isEqualTo(interner.size());
    }

    @Test
    void rowsWithoutWhatIsNeededHaveNoNumber() {
        RowClasses classes = new RowClasses(new long[][] {{7, 7, 8}, {1, 0, 1}}, 1);
        assertThat(classes.numbers()).containsExactly(0, -1, 1);
        assertThat(classes.columns()[0]).containsExactly(7, 8);
    }
}
