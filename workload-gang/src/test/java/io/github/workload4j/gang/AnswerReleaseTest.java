package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.AnswerRelease.Source;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerReleaseTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "g");

    private static ClusterSnapshot cluster(String... kubelets) {
        List<Node> nodes = new ArrayList<>();
        for (String kubelet : kubelets) {
            nodes.add(new Node(
                    ObjectMeta.of("n" + nodes.size()),
                    new NodeSpec(false, List.of()),
                    new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(4)), List.of(), kubelet)));
        }
        return ClusterSnapshot.of(nodes, List.of());
    }

    private static AnswerRelease of(ClusterSnapshot snapshot, ApiVersion version) {
        Groups groups = Groups.of(List.of(PodGroup.gang(version, "ml", "g", 2)));
        return Feasibility.answer(snapshot, groups, GROUP, Budget.DEFAULT)
                .about()
                .release();
    }

    @Test
    void releaseThatIsGivenComesFirst() {
        ClusterSnapshot given = cluster("v1.37.2").withSetup(ClusterSetup.of(KubernetesRelease.V1_36));
        assertThat(of(given, ApiVersion.V1BETA1)).isEqualTo(new AnswerRelease(KubernetesRelease.V1_36, Source.GIVEN));
    }

    @Test
    void newestKubeletComesNext() {
        assertThat(of(cluster("v1.37.2", "v1.38.0-beta.0", "v1.37.0"), ApiVersion.V1BETA1))
                .isEqualTo(new AnswerRelease(KubernetesRelease.V1_38, Source.KUBELETS));
    }

    @Test
    void versionOfTheGroupComesLastAndWhereTheKubeletsReleaseDoesNotServeIt() {
        AnswerRelease byVersion = new AnswerRelease(KubernetesRelease.V1_36, Source.API_VERSION);
        assertThat(of(cluster(""), ApiVersion.V1ALPHA2)).isEqualTo(byVersion);
        assertThat(of(cluster("v1.37.2"), ApiVersion.V1ALPHA2)).isEqualTo(byVersion);
    }

    @Test
    void sourcesHaveMachineWordsInTheOrderInWhichTheyCount() {
        assertThat(Source.values())
                .extracting(Source::code)
                .containsExactly("given", "kubelets", "apiVersion", "newest");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new AnswerRelease(null, Source.GIVEN)).hasMessage("release");
        assertThatThrownBy(() -> new AnswerRelease(KubernetesRelease.V1_36, null))
                .hasMessage("source");
    }
}
