package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnKeysTest {

    private static final Pod POD =
            new Pod(ObjectMeta.of("ml", "a"), PodSpec.builder().build(), PodStatus.EMPTY);
    private static final Node NODE =
            new Node(ObjectMeta.builder().name("n1").build(), NodeSpec.OPEN, new NodeStatus(Map.of(), Map.of()));
    private static final OwnKeys<Integer, String> KEYS = OwnKeys.of(Map.of(7, POD), Map.of("host", NODE));

    @Test
    void translatesBothWays() {
        assertThat(KEYS.assignments(Map.of(7, "host"))).containsExactly(new Assignment("ml", "a", "n1"));
        assertThat(KEYS.placement(List.of(new Assignment("ml", "a", "n1")))).isEqualTo(Map.of(7, "host"));
    }

    @Test
    void whatHasNoKeyIsEmpty() {
        assertThat(KEYS.pod("ml", "a")).contains(7);
        assertThat(KEYS.pod("other", "a")).isEmpty();
        assertThat(KEYS.node("n1")).contains("host");
        assertThat(KEYS.node("n2")).isEmpty();
    }

    @Test
    void aKeyThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> KEYS.assignments(Map.of(8, "host")))
                .hasMessage("`8` means no pod (expected: a key that was given)");
        assertThatThrownBy(() -> KEYS.placement(List.of(new Assignment("ml", "a", "n2"))))
                .hasMessage("no key for ml/a -> n2 (expected: one for each pod and node)");
    }

    @Test
    void twoKeysForOnePodAreRefused() {
        assertThatThrownBy(() -> OwnKeys.of(Map.of(7, POD, 8, POD), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two keys for `ml/a` (expected: one)");
    }
}
