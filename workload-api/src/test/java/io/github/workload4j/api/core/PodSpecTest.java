package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodSpecTest {

    private static final Container MAIN = Container.of("main", Map.of("cpu", Quantity.of(1)));

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodSpec(
                        "n",
                        "default-scheduler",
                        3,
                        "high",
                        PreemptionPolicy.NEVER,
                        List.of("gate"),
                        Map.of("zone", "a"),
                        Affinity.NONE,
                        List.of(new Toleration("gpu", "Exists", "", "")),
                        List.of(TopologySpreadConstraint.builder()
                                .topologyKey("zone")
                                .build()),
                        List.of(MAIN),
                        List.of(MAIN),
                        List.of(MAIN),
                        "Always",
                        3_600L,
                        Map.of("cpu", Quantity.of(1)),
                        ResourceRequirements.NONE,
                        true,
                        false,
                        "OCI",
                        List.of(Volume.ofClaim("v", "claim")),
                        List.of(new PodResourceClaim("gpu", null, null)),
                        new WorkloadRef("w", "g", ""),
                        new PodSchedulingGroup("g"),
                        List.of("example.com/r")),
                "priority",
                "activeDeadlineSeconds",
                "hostUsers",
                "preemptionPolicy",
                "affinity",
                "resources",
                "workloadRef",
                "schedulingGroup");
    }

    @Test
    void aBuilderOfItMakesItAgain() {
        PodSpec spec = PodSpec.builder().nodeName("n").containers(List.of(MAIN)).build();
        assertThat(spec.toBuilder().build()).isEqualTo(spec);
        assertThat(PodSpec.builder().build()).isEqualTo(PodSpec.EMPTY);
    }
}
