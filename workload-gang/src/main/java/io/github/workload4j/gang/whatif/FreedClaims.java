package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.device.ClaimConsumer;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimStatus;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims for devices that are free again once pods leave: those of which all who use them ({@code reservedFor}) are
 * gone. A claim that belongs to a pod goes with it. A claim that is reserved for anybody else, or for nobody known,
 * keeps its devices.
 */
final class FreedClaims {

    /** The claims that may be freed, each with the pods that keep it. */
    private final Map<ResourceClaim, List<Pod>> kept = new IdentityHashMap<>();

    /** Those of pods that may leave. */
    FreedClaims(ClusterSnapshot snapshot, List<Evicted> candidates) {
        Map<String, Pod> leaving = new LinkedHashMap<>();
        for (Evicted unit : candidates) {
            unit.pods().forEach(pod -> leaving.put(pod.metadata().qualifiedName(), pod));
        }
        for (ResourceClaim claim : snapshot.devices().claims()) {
            List<Pod> users = users(claim, leaving);
            if (claim.status().allocation() != null && !users.isEmpty()) {
                kept.put(claim, users);
            }
        }
    }

    /** {@return the pods that use a claim; none if some of those who do cannot leave} */
    private static List<Pod> users(ResourceClaim claim, Map<String, Pod> leaving) {
        List<Pod> users = new ArrayList<>();
        for (ClaimConsumer consumer : claim.status().reservedFor()) {
            Pod pod = leaving.get(claim.metadata().namespaceOrDefault() + "/" + consumer.name());
            if (pod == null || !consumer.resource().equals("pods") || !isSame(consumer.uid(), pod)) {
                return List.of();
            }
            users.add(pod);
        }
        for (Pod pod : claim.status().reservedFor().isEmpty() ? leaving.values() : List.<Pod>of()) {
            if (isOwned(claim, pod)) {
                users.add(pod);
            }
        }
        return users;
    }

    private static boolean isSame(String uid, Pod pod) {
        return uid.isEmpty()
                || pod.metadata().uid().isEmpty()
                || uid.equals(pod.metadata().uid());
    }

    /** Made for a pod, which says so. */
    private static boolean isOwned(ResourceClaim claim, Pod pod) {
        boolean made =
                claim.metadata().namespaceOrDefault().equals(pod.metadata().namespaceOrDefault())
                        && pod.status().resourceClaimStatuses().stream()
                                .map(PodResourceClaimStatus::resourceClaimName)
                                .anyMatch(claim.metadata().name()::equals);
        return made && claim.metadata().ownerReferences().stream().anyMatch(owner -> owns(owner, pod));
    }

    private static boolean owns(OwnerReference owner, Pod pod) {
        return owner.kind().equals("Pod") && owner.name().equals(pod.metadata().name()) && isSame(owner.uid(), pod);
    }

    /** {@return a snapshot from which pods have left, with the devices that they have left free} */
    ClusterSnapshot in(ClusterSnapshot after) {
        if (kept.isEmpty()) {
            return after;
        }
        DeviceObjects devices = after.devices();
        List<ResourceClaim> claims = new ArrayList<>();
        for (ResourceClaim claim : devices.claims()) {
            List<Pod> users = kept.getOrDefault(claim, List.of());
            boolean freed = !users.isEmpty() && users.stream().noneMatch(pod -> isThere(pod, after));
            claims.add(freed ? new ResourceClaim(claim.metadata(), claim.spec(), ResourceClaimStatus.EMPTY) : claim);
        }
        return after.withDevices(new DeviceObjects(
                devices.slices(), devices.classes(), claims, devices.templates(), devices.taintRules()));
    }

    private static boolean isThere(Pod pod, ClusterSnapshot snapshot) {
        int node = snapshot.indexOf(pod.spec().nodeName());
        return node < 0 || snapshot.podsOn(node).contains(pod);
    }
}
