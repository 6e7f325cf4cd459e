package io.github.workload4j.api.convert;

import static io.github.workload4j.api.release.KubernetesRelease.V1_36;
import static io.github.workload4j.api.release.KubernetesRelease.V1_37;
import static io.github.workload4j.api.release.KubernetesRelease.V1_38;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same version means other things to other releases. */
class OtherRulesTest {

    private static final PodGroupTemplate BASIC_ALL = PodGroupTemplate.basic("a").toBuilder()
            .disruptionMode(DisruptionMode.ALL)
            .build();

    private static Workload flat(ApiVersion version, PodGroupTemplate... templates) {
        return Workload.of(version, "ns", "w", templates);
    }

    private static Workload nested(DisruptionMode mode, PodGroupTemplate... templates) {
        CompositePodGroupTemplate all = CompositePodGroupTemplate.builder()
                .name("all")
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(1))
                .disruptionMode(mode)
                .podGroupTemplates(List.of(templates))
                .build();
        return new Workload(
                ApiVersion.V1BETA1, ObjectMeta.of("ns", "w"), new WorkloadSpec(null, List.of(), List.of(all)));
    }

    private static List<String> losses(Conversion conversion, ApiObject object) {
        return conversion.convert(object).losses().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .toList();
    }

    private static Conversion beta(KubernetesRelease from, KubernetesRelease to) {
        return Conversion.to(ApiVersion.V1BETA1).fromRelease(from).forRelease(to);
    }

    @Test
    void laterReleaseTakesAllTogetherOfGangsOnly() {
        Workload workload = flat(ApiVersion.V1BETA1, BASIC_ALL);
        assertThat(losses(beta(V1_37, V1_38), workload))
                .containsExactly("spec.podGroupTemplates[0].disruptionMode INVALID_IN_TARGET");
        assertThat(losses(beta(V1_37, V1_37), workload)).isEmpty();
        assertThat(losses(beta(V1_38, V1_38), workload)).isEmpty();
        assertThat(losses(Conversion.to(ApiVersion.V1BETA1).forRelease(V1_38), workload))
                .hasSize(1);
        assertThat(losses(Conversion.to(ApiVersion.V1BETA1), workload)).isEmpty();
    }

    @Test
    void laterReleaseWantsParentsAndChildrenToAgree() {
        Workload workload = nested(DisruptionMode.ALL, PodGroupTemplate.basic("a"), PodGroupTemplate.gang("b", 1));
        assertThat(losses(beta(V1_37, V1_38), workload))
                .containsExactly(
                        "spec.compositePodGroupTemplates[0].podGroupTemplates[0].schedulingPolicy INVALID_IN_TARGET",
                        "spec.compositePodGroupTemplates[0].podGroupTemplates[0].disruptionMode INVALID_IN_TARGET",
                        "spec.compositePodGroupTemplates[0].podGroupTemplates[1].disruptionMode INVALID_IN_TARGET");
        assertThat(losses(beta(V1_38, V1_37), workload)).isEmpty();
    }

    @Test
    void laterReleaseWantsOnePreemptionPolicy() {
        PodGroupTemplate never = PodGroupTemplate.gang("b", 1).toBuilder()
                .preemptionPolicy(PreemptionPolicy.NEVER)
                .build();
        assertThat(losses(beta(V1_37, V1_38), flat(ApiVersion.V1BETA1, PodGroupTemplate.gang("a", 1), never)))
                .containsExactly("spec.podGroupTemplates[1].preemptionPolicy INVALID_IN_TARGET");
    }

    @Test
    void earlierReleasesHaveAHighestPriority() {
        PodGroup gang = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        PodGroup high =
                gang.withSpec(gang.spec().toBuilder().priority(1_000_000_001).build());
        assertThat(losses(beta(V1_38, V1_37), high)).containsExactly("spec.priority INVALID_IN_TARGET");
        assertThat(losses(beta(V1_38, V1_38), high)).isEmpty();
        assertThat(losses(beta(V1_37, V1_37), high)).isEmpty();
        assertThat(losses(Conversion.to(ApiVersion.V1ALPHA2).fromRelease(V1_38).forRelease(V1_36), high))
                .containsExactly("spec.priority INVALID_IN_TARGET");
    }

    @Test
    void serverOf137DropsPreemptionPoliciesUnlessItsGateIsOn() {
        PodGroup gang = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        PodGroup never = gang.withSpec(
                gang.spec().toBuilder().preemptionPolicy(PreemptionPolicy.NEVER).build());
        ClusterSetup off = ClusterSetup.of(V1_37).withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));
        Conversion conversion = Conversion.to(ApiVersion.V1BETA1).fromRelease(V1_38);
        assertThat(losses(conversion.forCluster(off), never)).containsExactly("spec.preemptionPolicy DROPPED");
        assertThat(losses(conversion.forRelease(V1_37), never)).isEmpty();
    }

    @Test
    void conversionSaysItsRelease() {
        assertThat(Conversion.to(ApiVersion.V1ALPHA2).release()).isEqualTo(V1_36);
        assertThat(beta(V1_37, V1_38).release()).isEqualTo(V1_38);
    }
}
