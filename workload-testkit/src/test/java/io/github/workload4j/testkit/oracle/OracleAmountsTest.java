package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Amounts beyond 2^63 are exact to the oracle, and the library says the same or that the pods ask too much. */
class OracleAmountsTest {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);
    private static final GroupRef GROUP = GroupRef.podGroup("d", "g");

    private static Node node(BigInteger memory) {
        return (Node) read("{apiVersion: v1, kind: Node, metadata: {name: one}, status: {allocatable: {memory: '"
                + memory + "', pods: 110}}}");
    }

    private static Pod pod(int number, BigInteger memory) {
        Pod pod = (Pod) read("{apiVersion: v1, kind: Pod, metadata: {name: p" + number + ", namespace: d}, spec: "
                + "{containers: [{name: c, resources: {requests: {memory: '" + memory + "'}}}]}}");
        return pod.withSpec(pod.spec().toBuilder()
                .schedulingGroup(new PodSchedulingGroup("g"))
                .build());
    }

    private static Object read(String text) {
        return ((Decoded) ManifestReader.strict().read(text).get(0)).object();
    }

    /** Says how many of the pods fit, after comparing oracle and library. */
    private static int most(BigInteger free, BigInteger... asked) {
        List<Node> nodes = List.of(node(free));
        List<Pod> pods = new ArrayList<>();
        for (BigInteger amount : asked) {
            pods.add(pod(pods.size(), amount));
        }
        List<PodGroup> gang = List.of(PodGroup.gang(ApiVersion.V1BETA1, "d", "g", 1));
        OracleAnswer oracle = Oracle.of(nodes, pods, gang, List.of()).answer(GROUP);
        Verdict verdict = Feasibility.answer(ClusterSnapshot.of(nodes, pods), Groups.of(gang), GROUP, Budget.DEFAULT);
        if (verdict instanceof Verdict.Undetermined open) {
            assertThat(open.stopped()).isEqualTo(StopReason.AMOUNTS);
        } else {
            int placed = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
            assertThat(oracle.agrees(verdict.word(), verdict.reason().map(Reason::code), placed))
                    .as("%s of %s: %s is %s", List.of(asked), free, verdict, oracle)
                    .isTrue();
        }
        return oracle.most();
    }

    @Test
    void aByteMoreThanThereIsDoesNotFit() {
        BigInteger half = LIMIT.shiftRight(1);
        assertThat(most(LIMIT, half, half)).isEqualTo(2);
        assertThat(most(LIMIT, half, half.add(BigInteger.ONE))).isEqualTo(1);
        assertThat(most(LIMIT, LIMIT)).isEqualTo(1);
        assertThat(most(LIMIT.subtract(BigInteger.ONE), LIMIT)).isZero();
        assertThat(most(LIMIT.shiftLeft(1), LIMIT, LIMIT)).isEqualTo(2);
        assertThat(most(LIMIT.shiftLeft(1).subtract(BigInteger.ONE), LIMIT, LIMIT))
                .isEqualTo(1);
    }

    @Test
    void aroundTheLimitOracleAndLibraryAgree() {
        int[] counts = new int[4];
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BigInteger[] asked = new BigInteger[1 + random.nextInt(3)];
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < asked.length; i++) {
                asked[i] = LIMIT.shiftRight(random.nextInt(4)).add(BigInteger.valueOf(random.nextInt(3) - 1));
                sum = sum.add(asked[i]);
            }
            counts[most(sum.add(BigInteger.valueOf(random.nextInt(3) - 1)), asked)]++;
        }
        assertThat(Arrays.stream(counts)).as("all, some and none fit").allMatch(count -> count > 10);
    }
}
