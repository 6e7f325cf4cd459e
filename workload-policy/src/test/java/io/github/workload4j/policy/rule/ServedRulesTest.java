package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedRulesTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "g", 1);

    private static RuleContext of(KubernetesRelease release) {
        return RuleContext.of(release, ApiVersion.V1BETA1, RuleOptions.STANDARD);
    }

    private static List<String> serves(RuleContext context) {
        return Judged.by(at -> ServedRules.serves(GROUP, context, at));
    }

    @Test
    void aKindIsServedByItsReleaseOnlyAndOnlyWithItsGate() {
        assertThat(serves(of(KubernetesRelease.V1_36))).isEmpty();
        assertThat(serves(of(KubernetesRelease.V1_37)))
                .containsExactly("R-1 apiVersion: Unsupported value: \"scheduling.k8s.io/v1alpha2\": v1alpha2 is served"
                        + " by 1.36 only");
        assertThat(serves(Judged.without(ApiVersion.V1ALPHA2, FeatureGate.GENERIC_WORKLOAD)))
                .containsExactly("R-2 kind: Unsupported value: \"PodGroup\": served only while the feature gate"
                        + " GenericWorkload is on");
    }

    @Test
    void aFieldIsOneOfItsReleases() {
        PodSpec spec = Judged.object(
                        Pod.class,
                        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {schedulingGroup: {podGroupName: g},"
                                + " workloadRef: {name: w, podGroup: g}}}\n")
                .spec();
        assertThat(Judged.by(at -> ServedRules.hasFields(spec, of(KubernetesRelease.V1_35), at)))
                .containsExactly("R-3 schedulingGroup: Forbidden: the field is one of Kubernetes 1.36 and later");
        assertThat(Judged.by(at -> ServedRules.hasFields(spec, of(KubernetesRelease.V1_36), at)))
                .containsExactly("R-3 workloadRef: Forbidden: the field is one of Kubernetes 1.35 only");
    }

    @Test
    void aJobHasASchedulingBlockFromItsFirstReleaseOn() {
        Job job = Judged.object(
                Job.class,
                "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {scheduling: {schedulingPolicy: {gang:"
                        + " {}}}}}\n");
        assertThat(Judged.by(at -> ServedRules.hasScheduling(job, of(KubernetesRelease.V1_37), at)))
                .isEmpty();
        assertThat(Judged.by(at -> ServedRules.hasScheduling(job, of(KubernetesRelease.V1_36), at)))
                .containsExactly("R-3 spec.scheduling: Forbidden: the field is one of Kubernetes 1.37 and later");
    }
}
