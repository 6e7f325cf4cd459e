package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodShapeTest {

    private static final Pod POD = new Pod(
            ObjectMeta.of("ml", "p"),
            PodSpec.builder()
                    .containers(Container.of("a", Map.of("cpu", Quantity.of(2), "memory", Quantity.ZERO)))
                    .build(),
            PodStatus.EMPTY);

    @Test
    void requestsLeaveOutWhatIsZero() {
        assertThat(new PodShape("worker", 3, POD, null, Map.of(), List.of()).requests())
                .hasToString("{cpu=2}");
    }

    @Test
    void fewerPodsThanNoneAreRefused() {
        assertThatThrownBy(() -> new PodShape("worker", -1, POD, null, Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pods: -1 (expected: 0 or more)");
    }

    @Test
    void labelsAndMembersAreCopiedInOrder() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("z", "1");
        labels.put("a", "2");
        List<Pod> members = new ArrayList<>(List.of(POD));
        PodShape shape = new PodShape("worker", 1, POD, null, labels, members);
        labels.clear();
        members.clear();
        assertThat(shape.labels().keySet()).containsExactly("z", "a");
        assertThat(shape.members()).containsExactly(POD);
        assertThatThrownBy(() -> shape.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
