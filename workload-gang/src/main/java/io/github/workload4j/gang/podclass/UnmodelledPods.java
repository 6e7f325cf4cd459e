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

    /** {@return what the truth about these pods depends on beyond the snapshot} */
    public static List<Unmodelled> of(PodClasses question) {
        ClusterSnapshot snapshot = question.snapshot();
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
            boolean mapped = asksForWhatNoNodeHas(question, member.signature());
            for (Pod pod : member.pods()) {
                if (!member.signature().volumes().missing().isEmpty()) {
                    missing.addAll(member.signature().volumes().missing());
                    concerned
                            .computeIfAbsent(What.VOLUMES, w -> new ArrayList<>())
                            .add(pod);
                }
                if (unknownSelectors && !member.signature().claims().isEmpty()) {
                    concerned
                            .computeIfAbsent(What.DEVICE_SELECTORS, w -> new ArrayList<>())
                            .add(pod);
                }
                if (question.dependsOnDevices(member)) {
                    concerned
                            .computeIfAbsent(What.DEVICE_CLAIMS, w -> new ArrayList<>())
                            .add(pod);
                }
                if (mapped) {
                    concerned
                            .computeIfAbsent(What.EXTENDED_RESOURCES, w -> new ArrayList<>())
                            .add(pod);
                }
                if (!snapshot.knowsNamespaces() && asksForNamespaceLabels(member.signature())) {
                    concerned
                            .computeIfAbsent(What.NAMESPACE_LABELS, w -> new ArrayList<>())
                            .add(pod);
                }
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

    private static String detail(Set<MissingKind> missing) {
        String kinds = missing.stream().map(MissingKind::kind).collect(Collectors.joining(", "));
        String resources = missing.stream().map(MissingKind::resource).collect(Collectors.joining(","));
        return "no " + kinds + " in the inputs (`kubectl get " + resources + " -A -o yaml` prints them)";
    }

    /** Whether a device may stand for a resource that no node offers: a DeviceClass may map it. */
    private static boolean asksForWhatNoNodeHas(PodClasses question, PodSignature signature) {
        return question.rules().mapsExtendedResources()
                && snapshotKnowsNoClass(question)
                && signature.request().keySet().stream()
                        .filter(PodRequest::isExtended)
                        .anyMatch(resource -> !question.snapshot().offers(resource));
    }

    private static boolean snapshotKnowsNoClass(PodClasses question) {
        return question.snapshot().devices().classes().isEmpty();
    }

    private static boolean asksForNamespaceLabels(PodSignature signature) {
        return signature.apart().stream().anyMatch(PodTerm::asksForNamespaceLabels)
                || signature.together().stream().anyMatch(PodTerm::asksForNamespaceLabels);
    }
}
