package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodStatusTest {

    private static final ContainerStatus STATUS = new ContainerStatus("main", Map.of(), null);

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodStatus(
                        "Running",
                        "n",
                        Instant.EPOCH,
                        List.of(new Condition("Ready", "True", 1, Instant.EPOCH, "Done", "all is well")),
                        List.of(STATUS),
                        List.of(STATUS),
                        new ResourceRequirements(Map.of(), Map.of()),
                        Map.of("cpu", Quantity.of(1)),
                        List.of(new PodResourceClaimStatus("gpu", "p-gpu-x7")),
                        "p-extended"),
                "startTime",
                "resources",
                "extendedResourceClaim");
    }

    @Test
    void aBuilderStartsWithNothingSet() {
        assertThat(PodStatus.builder().build()).isEqualTo(PodStatus.EMPTY);
    }
}
