package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceAllocation;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.device.ResourceClaimStatus;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes into claims what an answer gives them, so that nobody else gets it. */
final class PlacedDevices {

    private final DeviceObjects before;
    private final Map<String, ResourceClaim> claims = new LinkedHashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();

    /** A device and which nodes reach it. */
    private record Offer(Device device, NodeReach reach) {}

    private PlacedDevices(DeviceObjects before) {
        this.before = before;
        for (ResourceClaim claim : before.claims()) {
            claims.put(claim.metadata().qualifiedName(), claim);
        }
        for (ResourceSlice slice : before.slices()) {
            for (Device device : slice.spec().devices()) {
                NodeReach reach = slice.spec().perDeviceNodeSelection()
                        ? device.reach()
                        : slice.spec().reach();
                offers.put(
                        slice.spec().driver() + "/" + slice.spec().pool().name() + "/" + device.name(),
                        new Offer(device, reach));
            }
        }
    }

    /** {@return the objects after pods were placed; pods by {@code namespace/name}} */
    static DeviceObjects with(DeviceObjects before, Iterable<Assignment> placement, Map<String, Pod> pods) {
        PlacedDevices after = null;
        for (Assignment each : placement) {
            Pod pod = pods.get(each.namespace() + "/" + each.pod());
            if (!each.devices().isEmpty() && pod != null) {
                after = after == null ? new PlacedDevices(before) : after;
                after.put(pod, each);
            }
        }
        return after == null
                ? before
                : new DeviceObjects(
                        before.slices(),
                        before.classes(),
                        List.copyOf(after.claims.values()),
                        before.templates(),
                        before.taintRules());
    }

    /** {@return a pod that names the claims made for it} */
    static Pod named(Pod pod, Assignment assignment) {
        List<PodResourceClaimStatus> statuses = new ArrayList<>(pod.status().resourceClaimStatuses());
        for (PodResourceClaim entry : pod.spec().resourceClaims()) {
            boolean given =
                    assignment.devices().stream().anyMatch(each -> each.claim().equals(entry.name()));
            boolean known = statuses.stream().anyMatch(status -> status.name().equals(entry.name()));
            if (given && !known && entry.resourceClaimName() == null) {
                statuses.add(new PodResourceClaimStatus(entry.name(), name(pod, entry.name())));
            }
        }
        return statuses.size() == pod.status().resourceClaimStatuses().size()
                ? pod
                : pod.withStatus(
                        pod.status().toBuilder().resourceClaimStatuses(statuses).build());
    }

    private void put(Pod pod, Assignment assignment) {
        Map<String, List<AssignedDevice>> byClaim = new LinkedHashMap<>();
        assignment
                .devices()
                .forEach(each -> byClaim.computeIfAbsent(each.claim(), c -> new ArrayList<>())
                        .add(each));
        byClaim.forEach((entry, devices) -> {
            ObjectMeta metadata = ObjectMeta.of(pod.metadata().namespaceOrDefault(), name(pod, entry));
            ResourceClaim known = claims.get(pod.metadata().namespaceOrDefault() + "/" + metadata.name());
            ResourceClaim claim = known == null
                    ? new ResourceClaim(
                            metadata, new ResourceClaimSpec(List.of(), List.of(), List.of()), ResourceClaimStatus.EMPTY)
                    : known;
            if (claim.status().allocation() == null) {
                claims.put(
                        claim.metadata().qualifiedName(),
                        new ResourceClaim(
                                claim.metadata(),
                                claim.spec(),
                                new ResourceClaimStatus(
                                        allocation(devices, assignment.node()),
                                        claim.status().reservedFor(),
                                        claim.status().devices())));
            }
        });
    }

    /** The claim of an entry: the one that it names, or one that is made for the pod. */
    private static String name(Pod pod, String entry) {
        for (PodResourceClaim claim : pod.spec().resourceClaims()) {
            if (claim.name().equals(entry) && claim.resourceClaimName() != null) {
                return claim.resourceClaimName();
            }
        }
        return pod.status().resourceClaimStatuses().stream()
                .filter(status -> status.name().equals(entry) && status.resourceClaimName() != null)
                .map(status -> String.valueOf(status.resourceClaimName()))
                .findFirst()
                .orElse(pod.metadata().name() + "-" + entry);
    }

    private DeviceAllocation allocation(List<AssignedDevice> devices, String node) {
        List<AllocatedDevice> results = new ArrayList<>();
        for (AssignedDevice each : devices) {
            Offer offer = offers.get(each.driver() + "/" + each.pool() + "/" + each.device());
            boolean shared = offer != null && offer.device().allowMultipleAllocations();
            results.add(new AllocatedDevice(
                    each.request(),
                    each.driver(),
                    each.pool(),
                    each.device(),
                    each.adminAccess(),
                    List.of(),
                    List.of(),
                    List.of(),
                    shared ? node + "/" + results.size() : null,
                    each.consumed(),
                    List.of()));
        }
        return new DeviceAllocation(results, List.of(), where(devices, node), null);
    }

    private @Nullable NodeSelector where(List<AssignedDevice> devices, String node) {
        List<NodeSelectorRequirement> labels = new ArrayList<>();
        List<NodeSelectorRequirement> fields = new ArrayList<>();
        for (AssignedDevice each : devices) {
            Offer offer = offers.get(each.driver() + "/" + each.pool() + "/" + each.device());
            if (offer == null
                    || !offer.reach().nodeName().isEmpty()
                    || offer.device().bindsToNode()) {
                fields.clear();
                labels.clear();
                fields.add(new NodeSelectorRequirement("metadata.name", "In", List.of(node)));
                break;
            }
            NodeSelector selector = offer.reach().nodeSelector();
            if (selector != null && selector.nodeSelectorTerms().size() == 1) {
                labels.addAll(selector.nodeSelectorTerms().get(0).matchExpressions());
                fields.addAll(selector.nodeSelectorTerms().get(0).matchFields());
            }
        }
        return labels.isEmpty() && fields.isEmpty()
                ? null
                : new NodeSelector(List.of(new NodeSelectorTerm(labels, fields)));
    }
}
