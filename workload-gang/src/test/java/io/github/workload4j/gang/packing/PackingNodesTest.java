package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingNodesTest {

    @Test
    void changedNodesReadLikeNodesMadeOfTheChangedColumns() {
        Random random = new Random(1);
        long[][] free = {
            random.longs(50, -5, 5).toArray(), random.longs(50, -5, 5).toArray()
        };
        PackingNodes nodes = PackingNodes.of(50, free[0].clone(), free[1].clone());
        for (int change = 0; change < 300; change++) {
            int node = random.nextInt(50);
            free[0][node] = random.nextInt(9);
            free[1][node] = random.nextInt(9);
            nodes = nodes.with(node, free[0][node], free[1][node]);
            if (change % 7 == 0) {
                assertThat(nodes.column(change % 2)).isEqualTo(free[change % 2]);
            }
            for (int n = 0; n < 50; n++) {
                assertThat(nodes.free(0, n)).isEqualTo(free[0][n]);
                assertThat(nodes.free(1, n)).isEqualTo(free[1][n]);
            }
            assertThat(nodes).isEqualTo(PackingNodes.of(50, free[0].clone(), free[1].clone()));
            int[] some =
                    IntStream.range(0, 50).filter(n -> random.nextBoolean()).toArray();
            PackingNodes only = nodes.only(some);
            assertThat(only.count()).isEqualTo(some.length);
            for (int i = 0; i < some.length; i++) {
                assertThat(only.free(0, i)).isEqualTo(free[0][some[i]]);
                assertThat(only.free(1, i)).isEqualTo(free[1][some[i]]);
            }
        }
    }

    @Test
    void whatHasChangedIsExactlyWhatDiffersWhereItIsKnown() {
        Random random = new Random(2);
        List<PackingNodes> all = new ArrayList<>(List.of(PackingNodes.of(200, new long[200])));
        for (int change = 0; change < 200; change++) {
            PackingNodes last = all.get(all.size() - 1);
            all.add(last.with(random.nextInt(200), random.nextInt(3)));
            PackingNodes now = all.get(all.size() - 1);
            assertThat(now.changedSince(last)).isPresent();
            PackingNodes earlier = all.get(random.nextInt(all.size()));
            int[] differ = IntStream.range(0, 200)
                    .filter(n -> now.free(0, n) != earlier.free(0, n))
                    .toArray();
            now.changedSince(earlier).ifPresent(nodes -> assertThat(nodes).isEqualTo(differ));
        }
        assertThat(PackingNodes.of(200, new long[200]).changedSince(all.get(0))).isEmpty();
    }

    @Test
    void nodesThatThereAreNotCannotChange() {
        PackingNodes nodes = PackingNodes.of(2, new long[2]);
        assertThatThrownBy(() -> nodes.with(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node: 2 (expected: 0 to 1)");
        assertThatThrownBy(() -> nodes.only(0, 2)).hasMessage("nodes: 2 (expected: rising, from 0 to 1)");
        assertThatThrownBy(() -> nodes.only(1, 0)).hasMessage("nodes: 0 (expected: rising, from 0 to 1)");
        assertThatThrownBy(() -> nodes.with(1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("free: 2 resources (expected: 1)");
    }
}
