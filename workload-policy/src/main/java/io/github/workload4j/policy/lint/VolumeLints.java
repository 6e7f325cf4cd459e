package io.github.workload4j.policy.lint;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.policy.lint.Stream.Key;
import io.github.workload4j.policy.lint.Stream.Member;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods of a group and the claims that they share. */
final class VolumeLints {

    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private VolumeLints() {}

    /** Pods of one group that name one claim. */
    private record Shared(String group, Key claim) {}

    static void check(Stream stream, Warnings warnings) {
        Map<Shared, Long> pods = new LinkedHashMap<>();
        Map<Shared, Member> second = new LinkedHashMap<>();
        for (Member member : stream.pods) {
            String own = group(member.pod());
            String group = own.isEmpty() ? member.index() + " " + member.gang() : member.namespace() + "/" + own;
            long count = own.isEmpty() ? member.together() : member.count();
            for (String claim : count == 0 ? Set.<String>of() : claims(member.pod())) {
                Shared shared = new Shared(group, new Key(member.namespace(), claim));
                if (pods.merge(shared, count, Long::sum) > 1) {
                    second.putIfAbsent(shared, member);
                }
            }
        }
        second.forEach((shared, member) -> {
            PersistentVolumeClaim claim = stream.claims.get(shared.claim());
            StorageClass storageClass = claim == null ? null : stream.storageClasses.get(classOf(claim));
            if (claim != null && storageClass != null && isToBeMade(claim, storageClass)) {
                warnings.add(
                        member.index(),
                        member.at("volumes")
                                .index(indexOf(member.pod(), shared.claim().name())),
                        Lint.SHARED_CLAIM_NOT_BOUND,
                        pods.get(shared) + " pods of the group share claim `"
                                + shared.claim().name()
                                + "`, which is still to be provisioned by class `"
                                + storageClass.metadata().name() + "` for the first of them",
                        "bind it first (run one pod that mounts it), or use volumeBindingMode Immediate");
            }
        });
    }

    private static String group(Pod pod) {
        if (pod.spec().workloadRef() != null) {
            return pod.spec().workloadRef().name() + "/"
                    + pod.spec().workloadRef().podGroup() + "/"
                    + pod.spec().workloadRef().podGroupReplicaKey();
        }
        return pod.spec().schedulingGroup() == null
                        || pod.spec().schedulingGroup().podGroupName() == null
                ? ""
                : pod.spec().schedulingGroup().podGroupName();
    }

    private static Set<String> claims(Pod pod) {
        Set<String> claims = new LinkedHashSet<>();
        for (Volume volume : pod.spec().volumes()) {
            if (volume.source() instanceof Volume.Claim named) {
                claims.add(named.claimName());
            }
        }
        return claims;
    }

    private static int indexOf(Pod pod, String claim) {
        List<Volume> volumes = pod.spec().volumes();
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i).source() instanceof Volume.Claim named
                    && named.claimName().equals(claim)) {
                return i;
            }
        }
        return 0;
    }

    private static String classOf(PersistentVolumeClaim claim) {
        String own = claim.spec().storageClassName();
        return claim.metadata().annotations().getOrDefault(CLASS_ANNOTATION, own == null ? "" : own);
    }

    private static boolean isToBeMade(PersistentVolumeClaim claim, StorageClass storageClass) {
        return claim.spec().volumeName().isEmpty()
                && storageClass.volumeBindingMode().equals("WaitForFirstConsumer")
                && !storageClass.provisioner().isEmpty()
                && !storageClass.provisioner().equals("kubernetes.io/no-provisioner");
    }
}
