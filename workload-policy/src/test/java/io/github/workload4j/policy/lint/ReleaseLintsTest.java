package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseLintsTest {

    private static final Pod POD = new Pod(
            ObjectMeta.of("ns", "p"),
            PodSpec.builder().schedulingGroup(new PodSchedulingGroup("g")).build(),
            PodStatus.EMPTY);

    @Test
    void stockClusterDropsTheGroupOfAPod() {
        List<Warning> warnings = Lints.ofRelease(List.of(POD, POD), ClusterSetup.of(KubernetesRelease.V1_38));
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.lint()).isEqualTo(Lint.OFF_BY_DEFAULT);
            assertThat(warning.path()).hasToString("spec.schedulingGroup");
            assertThat(warning.message()).contains("Kubernetes 1.38.0-beta.0", "drops a pod's group without a word");
        });
        assertThat(lints(new Namespace(ObjectMeta.of("a")))).isEmpty();
    }

    @Test
    void objectOfAVersionThatGoesIsToBeDeletedBeforeTheUpgrade() {
        assertThat(lints(Workload.of(ApiVersion.V1ALPHA2, "ns", "w", PodGroupTemplate.gang("a", 1))))
                .contains(Lint.VERSION_WITHOUT_FUTURE);
        assertThat(lints(Workload.of(ApiVersion.V1BETA1, "ns", "w", PodGroupTemplate.gang("a", 1))))
                .doesNotContain(Lint.VERSION_WITHOUT_FUTURE);
    }

    @Test
    void priorityComesWithAClass() {
        PodGroup group = group(5);
        assertThat(lints(group)).contains(Lint.PRIORITY_WITHOUT_CLASS);
        PriorityClass usual = new PriorityClass(ObjectMeta.of("usual"), 5, true, "", null);
        assertThat(lints(group, usual)).doesNotContain(Lint.PRIORITY_WITHOUT_CLASS);
        assertThat(lints(group(0))).doesNotContain(Lint.PRIORITY_WITHOUT_CLASS);
        PodGroupTemplate template =
                PodGroupTemplate.gang("a", 1).toBuilder().priority(7).build();
        assertThat(lints(Workload.of(ApiVersion.V1BETA1, "ns", "w", template))).contains(Lint.PRIORITY_WITHOUT_CLASS);
    }

    @Test
    void manifestIsNotWhatIsStored() {
        assertThat(lints(PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1))).contains(Lint.NOT_AS_STORED);
        assertThat(lints(group(0))).doesNotContain(Lint.NOT_AS_STORED);
    }

    @Test
    void preemptionPolicyIsStoredFrom138OnWhateverTheGates() {
        ClusterSetup of138 = ClusterSetup.of(KubernetesRelease.V1_38);
        PodGroup bare = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        assertThat(Lints.ofRelease(List.of(group(0)), of138))
                .anySatisfy(lint -> assertThat(lint.message())
                        .startsWith("the server fills in preemptionPolicy, which is immutable"));
        assertThat(Lints.ofRelease(List.of(bare), of138))
                .anySatisfy(lint -> assertThat(lint.message())
                        .startsWith("the server fills in priority and preemptionPolicy, which are immutable"));
    }

    private static PodGroup group(int priority) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        return group.withSpec(group.spec().toBuilder().priority(priority).build());
    }

    private static List<Lint> lints(ApiObject... objects) {
        return Lints.ofRelease(List.of(objects), ClusterSetup.OPEN).stream()
                .map(Warning::lint)
                .toList();
    }
}
