package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedPodClassTest {

    private final GroupRef group = GroupRef.podGroup("ml", "train");
    private final Pod pod = new Pod(ObjectMeta.of("a"), PodSpec.builder().build(), PodStatus.EMPTY);

    @Test
    void classCountsItsPods() {
        assertThat(new NamedPodClass(group, pod, List.of(pod, pod), Map.of()).count())
                .isEqualTo(2);
    }

    @Test
    void requestIsInOrderOfNames() {
        NamedPodClass podClass =
                new NamedPodClass(group, pod, List.of(pod), Map.of("memory", 5L, "cpu", 1000L, "gpu", 1L));
        assertThat(podClass.request().keySet()).containsExactly("cpu", "gpu", "memory");
        assertThatThrownBy(() -> podClass.request().put("x", 1L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new NamedPodClass(null, pod, List.of(), Map.of()))
                .hasMessage("group");
        assertThatThrownBy(() -> new NamedPodClass(group, null, List.of(), Map.of()))
                .hasMessage("pod");
        assertThatThrownBy(() -> new NamedPodClass(group, pod, null, Map.of())).hasMessage("pods");
        assertThatThrownBy(() -> new NamedPodClass(group, pod, List.of(), null)).hasMessage("request");
    }
}
