package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private final Packing packing = new Packing(
            PackingNodes.of(1, new long[][] {{1}}), List.of(PodClass.of(2, 1)), List.of(), PackingGroup.leaf(2, 0));
    private final Weights weights = new Weights(List.of(1L), List.of(1L));

    @Test
    void certificateSaysItsSize() {
        Evidence.ClassName pods = new Evidence.ClassName(GroupRef.podGroup("ml", "train"), List.of("a", "b"));
        assertThat(new Evidence.Certified(packing, weights, List.of(pods), List.of("n0"), false))
                .hasToString("certificate of 1 cases, 1 classes of pods, 1 nodes");
        assertThat(new Evidence.Certified(packing, weights, List.of(pods), List.of("n0"), true).toString())
                .endsWith(", rules of order left out");
    }

    @Test
    void exhaustiveSearchIsCalledNoCertificate() {
        assertThat(new Evidence.Exhausted(1)).hasToString("exhaustive search of 1 state, not a certificate");
        assertThat(new Evidence.Exhausted(12)).hasToString("exhaustive search of 12 states, not a certificate");
    }

    @Test
    void namesAreCopied() {
        List<String> nodes = new ArrayList<>(List.of("n0"));
        Evidence.Certified certified = new Evidence.Certified(packing, weights, List.of(), nodes, false);
        nodes.add("n1");
        assertThat(certified.nodes()).containsExactly("n0");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Evidence.Certified(null, weights, List.of(), List.of(), false))
                .hasMessage("packing");
        assertThatThrownBy(() -> new Evidence.Certified(packing, null, List.of(), List.of(), false))
                .hasMessage("certificate");
        assertThatThrownBy(() -> new Evidence.ClassName(null, List.of())).hasMessage("group");
    }
}
