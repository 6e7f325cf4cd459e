package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void equalRowsHaveOneNumberInTheOrderTheyCame() {
        Random random = new Random(4);
        for (int width : new int[] {1, 2, 5}) {
            Rows rows = new Rows(width);
            List<List<Long>> known = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                long[] row = new long[width];
                Arrays.setAll(row, c -> random.nextInt(1_000 / width / width) - 3L);
                List<Long> values = Arrays.stream(row).boxed().toList();
                boolean isNew = !known.contains(values);
                if (isNew) {
                    known.add(values);
                }
                assertThat(rows.add(row)).isEqualTo(known.indexOf(values));
                assertThat(rows.size()).isEqualTo(known.size());
            }
            for (int r = 0; r < known.size(); r++) {
                for (int c = 0; c < width; c++) {
                    assertThat(rows.get(r, c)).isEqualTo(known.get(r).get(c));
                }
            }
        }
    }
}
