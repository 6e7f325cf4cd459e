package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members that each claim a volume of a size of its own, of which there is one. */
class ManyClaimsTest {

    private static final GroupRef GANG = GroupRef.podGroup("ml", "train");

    private static GroupQuestion question(int members) {
        List<Pod> pods = new ArrayList<>();
        List<ApiObject> storage = new ArrayList<>();
        storage.add(new StorageClass(
                ObjectMeta.of("s"), "kubernetes.io/no-provisioner", "WaitForFirstConsumer", List.of()));
        for (int i = 0; i < members; i++) {
            Map<String, Quantity> size = Map.of("storage", Quantity.of(i + 1));
            PodSpec spec = PodSpec.builder()
                    .schedulingGroup(new PodSchedulingGroup("train"))
                    .volumes(new Volume("v", new Volume.Claim("c" + i)))
                    .build();
            pods.add(new Pod(ObjectMeta.of("ml", "p" + i), spec, PodStatus.EMPTY));
            storage.add(new PersistentVolumeClaim(
                    ObjectMeta.of("ml", "c" + i),
                    new PersistentVolumeClaim.Spec(
                            List.of(), null, new ResourceRequirements(size, Map.of()), "", "s", "", null),
                    PersistentVolumeClaim.Status.EMPTY));
            storage.add(new PersistentVolume(
                    ObjectMeta.of("v" + i),
                    new PersistentVolume.Spec(size, null, null, List.of(), null, "s", "", null, null),
                    new PersistentVolume.Status("Available")));
        }
        Node node = new Node(
                ObjectMeta.of("n"),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("pods", Quantity.of(100_000))));
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members)));
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node), pods).withStorage(StorageObjects.of(storage));
        return GroupQuestion.of(snapshot, groups, GANG).orElseThrow();
    }

    @Test
    void asManyAsAreLookedAtAreLookedAt() {
        assertThat(question(23_170).hasTooManyPairs()).isFalse();
    }

    @Test
    void moreAreUndeterminedWithAReason() {
        GroupQuestion more = question(23_171);
        assertThat(more.hasTooManyPairs()).isTrue();
        assertThat(Greedy.of(more, Budget.DEFAULT.meter()).placement()).isEmpty();
        assertThat(more.claims().volumeNotes()).isEmpty();
        assertThat(more.answer(Budget.DEFAULT)).isInstanceOfSatisfying(Verdict.Undetermined.class, open -> {
            assertThat(open.stopped()).isEqualTo(StopReason.MEMORY);
            assertThat(open.atMost()).isEqualTo(23_171);
            assertThat(StopText.why(open, Voice.LIBRARY))
                    .startsWith("the claims of volumes have more than 536,870,912 pairs of claims and volumes");
        });
        assertThat(more.withoutVolumes().answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }
}
