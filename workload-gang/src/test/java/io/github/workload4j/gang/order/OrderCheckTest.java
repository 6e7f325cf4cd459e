package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the board of the searches, which keeps count in another way. */
class OrderCheckTest {

    private static final int NODES = 4;

    private static OrderedPacking random(SplittableRandom random) {
        long[][] free = new long[1][NODES];
        Arrays.fill(free[0], 100);
        Packing packing = new Packing(
                PackingNodes.of(NODES, free),
                List.of(PodClass.of(4, 1), PodClass.of(4, 1)),
                List.of(),
                PackingGroup.leaf(1, 0, 1));
        List<Attraction> attractions = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            boolean[] counted = {random.nextBoolean(), random.nextBoolean()};
            if (random.nextBoolean()) {
                int[][] domainOf = {domains(random), domains(random)};
                int[][] counts = {counts(random), counts(random)};
                attractions.add(new Attraction(c, domainOf, counts, counted, random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                int[] domainOf = domains(random);
                boolean[] eligible = new boolean[NODES];
                for (int n = 0; n < NODES; n++) {
                    eligible[n] = domainOf[n] >= 0 && random.nextInt(4) > 0;
                }
                spreads.add(new Spread(
                        c,
                        domainOf,
                        eligible,
                        counts(random),
                        new boolean[] {true, random.nextBoolean()},
                        random.nextInt(4) == 0,
                        random.nextInt(1, 3),
                        counted,
                        nominated(random)));
            }
        }
        return new OrderedPacking(packing, attractions, spreads);
    }

    private static int[] domains(SplittableRandom random) {
        int[] domains = new int[NODES];
        Arrays.setAll(domains, n -> random.nextInt(-1, 2));
        return domains;
    }

    private static int[] nominated(SplittableRandom random) {
        int[] nominated = new int[NODES];
        Arrays.setAll(nominated, n -> random.nextInt(5) / 4);
        return nominated;
    }

    private static int[] counts(SplittableRandom random) {
        return new int[] {random.nextInt(3) / 2, random.nextInt(3) / 2};
    }

    @Test
    void theFirstStepThatABoardRefusesIsObjectedTo() {
        SplittableRandom random = new SplittableRandom(20261129);
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            OrderedPacking question = random(random);
            Board board = new Board(question);
            List<Step> steps = new ArrayList<>();
            for (int pods = random.nextInt(1, 7); pods > 0; pods--) {
                int c = random.nextInt(2);
                int node = random.nextInt(NODES);
                boolean inOrder = board.isInOrder(c, node);
                List<Step> more = new ArrayList<>(steps);
                more.add(new Step(c, node));
                assertThat(OrderCheck.objectionTo(question, more).isEmpty()).isEqualTo(inOrder);
                accepted += inOrder ? 1 : 0;
                refused += inOrder ? 0 : 1;
                if (inOrder) {
                    board.place(c, node);
                    steps = more;
                }
            }
        }
        assertThat(accepted).isGreaterThan(20_000);
        assertThat(refused).isGreaterThan(20_000);
    }
}
