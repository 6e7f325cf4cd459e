package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measured on 1.37.2 and 1.38.0-beta.0: with the gate off, the stored template is looked up by its place. */
class UpdateLintsTest {

    private static final PodGroupTemplate BOUND = PodGroupTemplate.gang("bound", 2).toBuilder()
            .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/rack"))
            .build();
    private static final PodGroupTemplate FREE = PodGroupTemplate.gang("free", 2);
    private static final ClusterSetup ALL = ClusterSetup.of(KubernetesRelease.V1_38);
    private static final ClusterSetup OFF = ALL.withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));

    private static Workload flat(PodGroupTemplate... templates) {
        return Workload.of(ApiVersion.V1BETA1, "ns", "w", templates);
    }

    private static Workload nested(PodGroupTemplate... templates) {
        CompositePodGroupTemplate all = CompositePodGroupTemplate.builder()
                .name("all")
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(1))
                .podGroupTemplates(List.of(templates))
                .build();
        return new Workload(
                ApiVersion.V1BETA1, ObjectMeta.of("ns", "w"), new WorkloadSpec(null, List.of(), List.of(all)));
    }

    @Test
    void anotherOrderIsRefusedWhereTheGateIsOff() {
        assertThat(Lints.ofUpdate(flat(BOUND, FREE), flat(FREE, BOUND), OFF))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.lint()).isEqualTo(Lint.TEMPLATES_REORDERED);
                    assertThat(warning.path()).hasToString("spec.podGroupTemplates");
                    assertThat(warning.message()).contains("refuses the update");
                });
    }

    @Test
    void anotherOrderIsFineWhereTheGateIsOnOrNoTemplateHasTheField() {
        assertThat(Lints.ofUpdate(flat(BOUND, FREE), flat(FREE, BOUND), ALL)).isEmpty();
        PodGroupTemplate other = PodGroupTemplate.gang("other", 1);
        assertThat(Lints.ofUpdate(flat(other, FREE), flat(FREE, other), OFF)).isEmpty();
    }

    @Test
    void sameOrderAndOtherChangesAreNoneOfItsBusiness() {
        PodGroupTemplate more = PodGroupTemplate.gang("free", 3);
        assertThat(Lints.ofUpdate(flat(BOUND, FREE), flat(BOUND, more), OFF)).isEmpty();
        assertThat(Lints.ofUpdate(flat(BOUND, FREE), flat(FREE), OFF)).isEmpty();
        Namespace namespace = new Namespace(ObjectMeta.of("a"));
        assertThat(Lints.ofUpdate(namespace, namespace, OFF)).isEmpty();
    }

    @Test
    void templatesInsideACompositeAreLookedAt() {
        ClusterSetup noClaims = ALL.withFeatureGates(FeatureGates.of(
                FeatureGate.GENERIC_WORKLOAD,
                FeatureGate.COMPOSITE_POD_GROUP,
                FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING));
        PodGroupTemplate claiming = FREE.toBuilder()
                .resourceClaims(List.of(new PodGroupResourceClaim("gpu", new ClaimSource.Template("gpus"))))
                .build();
        assertThat(Lints.ofUpdate(nested(claiming, BOUND), nested(BOUND, claiming), noClaims))
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.path()).hasToString("spec.compositePodGroupTemplates[0].podGroupTemplates"));
        assertThat(Lints.ofUpdate(nested(claiming, BOUND), nested(BOUND, claiming), ALL))
                .isEmpty();
    }
}
