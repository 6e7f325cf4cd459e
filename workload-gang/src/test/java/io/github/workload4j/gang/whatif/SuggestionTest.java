package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void uncordonedNodeHasNeitherTheMarkNorItsTaint() {
        Taint own = new Taint("gpu", "yes", "NoSchedule");
        Taint mark = new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");
        Node node = new Node(
                ObjectMeta.builder().name("n0").build(),
                new NodeSpec(true, List.of(mark, own)),
                new NodeStatus(Map.of(), Map.of()));
        Node open = Suggestion.Uncordon.uncordoned(node);
        assertThat(open.spec()).isEqualTo(new NodeSpec(false, List.of(own)));
        assertThat(open.metadata()).isEqualTo(node.metadata());
    }

    @Test
    void listsOfASuggestionAreCopied() {
        List<String> nodes = new ArrayList<>(List.of("n0"));
        Suggestion.Uncordon open = new Suggestion.Uncordon(nodes, true);
        nodes.add("n1");
        assertThat(open.nodes()).containsExactly("n0");
    }
}
