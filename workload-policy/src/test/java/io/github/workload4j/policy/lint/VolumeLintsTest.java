package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeLintsTest {

    private static Pod pod(String name, String claim) {
        return new Pod(
                ObjectMeta.of("ml", name),
                PodSpec.builder()
                        .schedulingGroup(new PodSchedulingGroup("train"))
                        .volumes(Volume.ofClaim("data", claim))
                        .build(),
                PodStatus.EMPTY);
    }

    private static PersistentVolumeClaim claim(String volume) {
        return new PersistentVolumeClaim(
                ObjectMeta.of("ml", "c"),
                new PersistentVolumeClaim.Spec(
                        List.of("ReadWriteMany"), null, ResourceRequirements.NONE, volume, "fast", "", null),
                PersistentVolumeClaim.Status.EMPTY);
    }

    private static StorageClass storageClass(String provisioner, String mode) {
        return new StorageClass(ObjectMeta.of("fast"), provisioner, mode, List.of());
    }

    private static List<String> warnings(ApiObject... objects) {
        return Lints.check(List.of(objects)).stream()
                .filter(warning -> warning.lint() == Lint.SHARED_CLAIM_NOT_BOUND)
                .map(Object::toString)
                .toList();
    }

    @Test
    void aSharedClaimThatIsStillToBeMadeIsATrap() {
        List<String> said = warnings(
                pod("a", "c"), pod("b", "c"), claim(""), storageClass("csi.example.com", "WaitForFirstConsumer"));
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).contains("2 pods of the group share claim `c`", "class `fast`");
    }

    @Test
    void aBoundClaimOneOfOnePodAndOneThatBindsAtOnceAreNone() {
        StorageClass waiting = storageClass("csi.example.com", "WaitForFirstConsumer");
        assertThat(warnings(pod("a", "c"), pod("b", "c"), claim("v"), waiting)).isEmpty();
        assertThat(warnings(pod("a", "c"), pod("b", "d"), claim(""), waiting)).isEmpty();
        assertThat(warnings(pod("a", "c"), pod("b", "c"), claim(""), storageClass("csi.example.com", "Immediate")))
                .isEmpty();
        assertThat(warnings(
                        pod("a", "c"),
                        pod("b", "c"),
                        claim(""),
                        storageClass("kubernetes.io/no-provisioner", "WaitForFirstConsumer")))
                .isEmpty();
        assertThat(warnings(pod("a", "c"), pod("b", "c"), claim(""))).isEmpty();
    }
}
