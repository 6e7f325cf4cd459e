package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.field.FieldPath;
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

    @Test
    void podsOfTheGangThatAnObjectMeansShareAClaimToo() {
        PodSpec spec = PodSpec.builder().volumes(Volume.ofClaim("data", "c")).build();
        Pod pod = new Pod(ObjectMeta.of("ml", "set"), spec, PodStatus.EMPTY);
        FieldPath at = FieldPath.root("spec").child("jobs").index(0).child("spec");
        List<ApiObject> storage = List.of(claim(""), storageClass("csi.example.com", "WaitForFirstConsumer"));
        assertThat(Lints.check(storage, List.of(new TemplatedPods(9, at, pod, 8, "workers", 4))))
                .extracting(Warning::object, warning -> warning.path().toString(), Warning::lint)
                .containsExactly(tuple(9, "spec.jobs[0].spec.volumes[0]", Lint.SHARED_CLAIM_NOT_BOUND));
        assertThat(Lints.check(storage, List.of(new TemplatedPods(9, at, pod, 8, "workers", 1))))
                .isEmpty();
        assertThat(Lints.check(storage, List.of(new TemplatedPods(9, at, pod, 8))))
                .isEmpty();
        JobSpec job = JobSpec.builder()
                .parallelism(3)
                .scheduling(new JobScheduling(new WorkloadPodGroupSchedulingPolicy.Gang(null), null, List.of(), null))
                .template(new Pod(ObjectMeta.of("", ""), spec, PodStatus.EMPTY))
                .build();
        assertThat(warnings(new Job(ObjectMeta.of("ml", "j"), job), storage.get(0), storage.get(1)))
                .hasSize(1);
    }
}
