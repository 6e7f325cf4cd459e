package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodTest {

    private static final Pod POD = new Pod(ObjectMeta.of("ns", "p"), PodSpec.EMPTY, PodStatus.EMPTY);

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Pod(ObjectMeta.of("ns", "name"), PodSpec.EMPTY, PodStatus.EMPTY));
    }

    @Test
    void isAssignedOnceItHasANode() {
        assertThat(POD.isAssigned()).isFalse();
        assertThat(POD.withSpec(PodSpec.builder().nodeName("n").build()).isAssigned())
                .isTrue();
    }

    @Test
    void isFinishedOnceItSucceededOrFailed() {
        assertThat(POD.isFinished()).isFalse();
        for (String phase : List.of("Succeeded", "Failed")) {
            assertThat(POD.withStatus(PodStatus.builder().phase(phase).build()).isFinished())
                    .isTrue();
        }
    }

    @Test
    void isTerminatingOnceItIsBeingDeleted() {
        assertThat(POD.isTerminating()).isFalse();
        ObjectMeta deleted =
                ObjectMeta.builder().name("p").deletionTimestamp(Instant.EPOCH).build();
        assertThat(POD.withMetadata(deleted).isTerminating()).isTrue();
    }
}
