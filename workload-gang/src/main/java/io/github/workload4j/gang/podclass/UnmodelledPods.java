package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Unmodelled.What;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.volume.MissingKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the pods whose place depends on more than a snapshot knows. */
public final class UnmodelledPods {

    private UnmodelledPods() {}

    /** {@return what the truth about these pods depends on beyond the snapshot; without a node, on nothing} */
    public static List<Unmodelled> of(PodClasses question) {
        ClusterSnapshot snapshot = question.snapshot();
        if (snapshot.nodes() == 0) {
            return List.of();
        }
        Map<What, List<Pod>> concerned = new HashMap<>();
        Set<MissingKind> missing = EnumSet.noneOf(MissingKind.class);
        DeviceRules devices = question.devices();
        boolean unknownSelectors = devices != null
                && devices.devices() != null
                && !devices.devices().unknown().isEmpty();
        if (devices != null) {
            List<Pod> unknown = devices.holdingUnknownDevices();
            if (!unknown.isEmpty()) {
                concerned.put(What.DEVICE_CLAIMS, unknown);
            }
        }
        for (PodClasses.Entry member : question.entries()) {
            PodSignature signature = member.signature();
            missing.addAll(signature.volumes().missing());
            Set<What> whats = EnumSet.noneOf(What.class);
            add(What.VOLUMES, !signature.volumes().missing().isEmpty(), whats);
            add(What.DEVICE_SELECTORS, unknownSelectors && !signature.claims().isEmpty(), whats);
            add(What.DEVICE_CLAIMS, question.dependsOnDevices(member), whats);
            add(What.EXTENDED_RESOURCES, asksForWhatNoNodeHas(question, signature), whats);
            add(What.NAMESPACE_LABELS, !snapshot.knowsNamespaces() && asksForNamespaceLabels(signature), whats);
            for (What what : whats) {
                concerned.computeIfAbsent(what, w -> new ArrayList<>()).addAll(member.pods());
            }
        }
        List<Unmodelled> unmodelled = new ArrayList<>();
        for (What what : What.values()) {
            List<Pod> pods = concerned.getOrDefault(what, List.of());
            if (!pods.isEmpty()) {
                Pod first = pods.get(0);
                unmodelled.add(new Unmodelled(
                        what,
                        pods.size(),
                        first.metadata().qualifiedName(),
                        what == What.VOLUMES ? detail(missing) : ""));
            }
        }
        return unmodelled;
    }

    private static void add(What what, boolean holds, Set<What> to) {
        if (holds) {
            to.add(what);
        }
    }

    private static String detail(Set<MissingKind> missing) {
        String kinds = missing.stream().map(MissingKind::kind).collect(Collectors.joining(", "));
        String resources = missing.stream().map(MissingKind::resource).collect(Collectors.joining(","));
        return "no " + kinds + " in the inputs (`kubectl get " + resources + " -A -o yaml` prints them)";
    }

    /** Whether a device may stand for a resource that no node offers: a DeviceClass may map it. */
    private static boolean asksForWhatNoNodeHas(PodClasses question, PodSignature signature) {
        ClusterSnapshot snapshot = question.snapshot();
        if (question.rules().mapsExtendedResources()
                && snapshot.devices().classes().isEmpty()) {
            for (String resource : signature.request().keySet()) {
                if (PodRequest.isExtended(resource) && !snapshot.offers(resource)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asksForNamespaceLabels(PodSignature signature) {
        return asksForNamespaceLabels(signature.apart()) || asksForNamespaceLabels(signature.together());
    }

    private static boolean asksForNamespaceLabels(List<PodTerm> terms) {
        return !terms.isEmpty() && terms.stream().anyMatch(PodTerm::asksForNamespaceLabels);
    }
}
