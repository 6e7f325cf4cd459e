package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void equalRowsHaveOneNumberInTheOrderTheyCame() {
        Random random = new Random(4);
        for (int width : new int[] {1, 2, 5}) {
            Rows rows = new Rows(width);
            Map<List<Long>, Integer> known = new LinkedHashMap<>();
            for (int i = 0; i < 3_000; i++) {
                long[] row = new long[width];
                Arrays.setAll(row, c -> random.nextInt(1_000 / width / width) - 3L);
                List<Long> values = Arrays.stream(row).boxed().toList();
                known.putIfAbsent(values, known.size());
                assertThat(rows.add(row)).isEqualTo(known.get(values));
                assertThat(rows.size()).isEqualTo(known.size());
            }
            known.forEach((values, r) -> {
                for (int c = 0; c < width; c++) {
                    assertThat(rows.get(r, c)).isEqualTo(values.get(c));
                }
            });
        }
    }
}
