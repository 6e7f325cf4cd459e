package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.replay.Replay;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Amounts about and beyond 2^63: on nodes and of pods that run they are exact, of pods that wait exact or refused. */
class HugeAmountsTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");
    private static final PodGroup GANG = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1);
    private static final Groups GROUPS = Groups.of(List.of(GANG));

    private static BigInteger amount(int smallest, Random random) {
        BigInteger power = BigInteger.ONE.shiftLeft(smallest + random.nextInt(6));
        return power.multiply(BigInteger.valueOf(1 + random.nextInt(3))).add(BigInteger.valueOf(random.nextInt(3) - 1));
    }

    private static Map<String, Quantity> memory(BigInteger amount) {
        return Map.of("memory", Quantity.parse(amount.toString()));
    }

    private static Node node(int number, BigInteger allocatable) {
        Map<String, Quantity> all = Map.of("memory", Quantity.parse(allocatable.toString()), "pods", Quantity.of(10));
        return new Node(ObjectMeta.of("", "n" + number), new NodeSpec(false, List.of()), new NodeStatus(Map.of(), all));
    }

    private static Pod pod(String name, PodSpec.Builder spec, BigInteger asked) {
        return new Pod(
                ObjectMeta.of("ml", name),
                spec.containers(List.of(Container.of("main", memory(asked)))).build(),
                PodStatus.EMPTY);
    }

    /** The most pods that fit, by trying everything. */
    private static int most(BigInteger[] free, List<BigInteger> asked, int from) {
        if (from == asked.size()) {
            return 0;
        }
        int most = most(free, asked, from + 1);
        for (int n = 0; n < free.length; n++) {
            if (free[n].compareTo(asked.get(from)) >= 0) {
                free[n] = free[n].subtract(asked.get(from));
                most = Math.max(most, 1 + most(free, asked, from + 1));
                free[n] = free[n].add(asked.get(from));
            }
        }
        return most;
    }

    @Test
    void answersAreExactOrSayThatThePodsAskTooMuch() {
        int refused = 0;
        int fits = 0;
        int fitsNot = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            List<Node> nodes = new ArrayList<>();
            List<Pod> pods = new ArrayList<>();
            BigInteger[] free = new BigInteger[1 + random.nextInt(3)];
            for (int n = 0; n < free.length; n++) {
                free[n] = amount(60, random);
                nodes.add(node(n, free[n]));
                for (int p = random.nextInt(3); p > 0; p--) {
                    BigInteger taken = amount(60, random);
                    free[n] = free[n].subtract(taken);
                    pods.add(pod("run-" + n + "-" + p, PodSpec.builder().nodeName("n" + n), taken));
                }
            }
            List<BigInteger> asked = new ArrayList<>();
            for (int p = random.nextInt(3); p >= 0; p--) {
                asked.add(amount(57, random));
                pods.add(pod(
                        "train-" + p,
                        PodSpec.builder().schedulingGroup(new PodSchedulingGroup("train")),
                        asked.get(asked.size() - 1)));
            }
            ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, pods);
            ClusterSnapshot followed = ClusterSnapshot.of(nodes, List.of());
            for (Pod pod : pods) {
                followed = followed.put(pod);
            }
            for (int n = 0; n < free.length; n++) {
                long held = free[n].max(BigInteger.valueOf(Long.MIN_VALUE))
                        .min(BigInteger.valueOf(Long.MAX_VALUE))
                        .longValue();
                assertThat(snapshot.free("memory", n)).as("seed %d", seed).isEqualTo(held);
                assertThat(followed.free("memory", n)).as("seed %d", seed).isEqualTo(held);
            }
            Verdict verdict = Feasibility.answer(snapshot, GROUPS, TRAIN, Budget.DEFAULT);
            int most = most(Arrays.copyOf(free, free.length), asked, 0);
            if (verdict instanceof Verdict.Undetermined open) {
                assertThat(open.stopped()).as("seed %d", seed).isEqualTo(StopReason.AMOUNTS);
                assertThat(open.objection()).isEqualTo("memory");
                assertThat(asked.stream()
                                .reduce(BigInteger.ONE, BigInteger::add)
                                .bitLength())
                        .isGreaterThan(63);
                refused++;
            } else if (verdict instanceof Verdict.Feasible feasible) {
                assertThat(feasible.placed()).as("seed %d", seed).isEqualTo(most);
                assertThat(feasible.isMaximal()).isTrue();
                assertThat(Replay.of(nodes, pods, List.of(GANG)).objections(feasible))
                        .isEmpty();
                fits++;
            } else {
                assertThat(verdict).as("seed %d", seed).isInstanceOf(Verdict.Infeasible.class);
                assertThat(most).as("seed %d", seed).isZero();
                fitsNot++;
            }
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(fits).isGreaterThan(100);
        assertThat(fitsNot).isGreaterThan(100);
    }
}
