package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupRefTest {

    @Test
    void groupPrintsWhatPeopleCallIt() {
        assertThat(GroupRef.podGroup("ml", "train")).hasToString("ml/train");
        assertThat(GroupRef.compositePodGroup("ml", "all")).hasToString("ml/all");
        assertThat(GroupRef.workload("ml", "w", "g", "")).hasToString("ml/w/g");
        assertThat(GroupRef.workload("ml", "w", "g", "0")).hasToString("ml/w/g/0");
    }

    @Test
    void emptyNamespaceIsDefault() {
        assertThat(GroupRef.podGroup("", "train")).isEqualTo(GroupRef.podGroup("default", "train"));
    }

    @Test
    void groupsSortByNamespaceThenNameThenKind() {
        List<GroupRef> sorted = Stream.of(
                        GroupRef.podGroup("b", "a"),
                        GroupRef.compositePodGroup("a", "b"),
                        GroupRef.podGroup("a", "b"),
                        GroupRef.podGroup("a", "a"))
                .sorted()
                .toList();
        assertThat(sorted)
                .containsExactly(
                        GroupRef.podGroup("a", "a"),
                        GroupRef.podGroup("a", "b"),
                        GroupRef.compositePodGroup("a", "b"),
                        GroupRef.podGroup("b", "a"));
    }

    @Test
    void podNamesItsGroup() {
        Pod alone = new Pod(ObjectMeta.of("p"), PodSpec.builder().build(), PodStatus.EMPTY);
        assertThat(GroupRef.of(alone)).isEmpty();
        PodSpec inGroup = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup("train"))
                .build();
        assertThat(GroupRef.of(new Pod(ObjectMeta.of("p"), inGroup, PodStatus.EMPTY)))
                .contains(GroupRef.podGroup("", "train"));
        PodSpec inWorkload =
                PodSpec.builder().workloadRef(new WorkloadRef("w", "g", "1")).build();
        assertThat(GroupRef.of(new Pod(ObjectMeta.of("p"), inWorkload, PodStatus.EMPTY)))
                .contains(GroupRef.workload("", "w", "g", "1"));
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> GroupRef.podGroup(null, "g")).hasMessage("namespace");
        assertThatThrownBy(() -> GroupRef.podGroup("ml", null)).hasMessage("name");
        assertThatThrownBy(() -> new GroupRef(null, "ml", "g", "", "")).hasMessage("kind");
        assertThatThrownBy(() -> GroupRef.of(null)).hasMessage("pod");
    }
}
