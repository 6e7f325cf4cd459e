package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.volume.QuestionVolumes;
import io.github.workload4j.gang.volume.SmallestFirst;
import io.github.workload4j.gang.volume.VolumeChoices;
import io.github.workload4j.gang.volume.VolumeDoubts;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A placement with the volumes of its pods.
 *
 * @param placement the placement, each pod with what becomes of its open claims
 * @param doubts what it depends on because of volumes
 */
public record PlacedVolumes(List<Assignment> placement, List<Unmodelled> doubts) {

    /** {@return a placement with its volumes, or null if some claim gets none} */
    public static @Nullable PlacedVolumes of(PodClasses question, QuestionVolumes volumes, List<Assignment> placement) {
        if (volumes.isSettled()) {
            return new PlacedVolumes(placement, List.of());
        }
        Map<String, Pod> byName = pods(question);
        List<VolumeChoices.PlacedPod> pods = new ArrayList<>();
        for (Assignment one : placement) {
            Pod pod = byName.get(ObjectMeta.namespaceOrDefault(one.namespace()) + "/" + one.pod());
            if (pod == null) {
                throw new IllegalArgumentException("placement: " + one + " is not a pod of the question");
            }
            pods.add(new VolumeChoices.PlacedPod(pod, question.snapshot().indexOf(one.node())));
        }
        List<VolumeSignature> classes = question.entries().stream()
                .map(member -> member.signature().volumes())
                .toList();
        List<List<ClaimChoice>> choices = VolumeChoices.of(volumes, classes, pods);
        if (choices == null) {
            return null;
        }
        List<Assignment> with = new ArrayList<>(placement);
        for (int i = 0; i < placement.size(); i++) {
            if (choices.get(i).isEmpty()) {
                continue;
            }
            Assignment one = placement.get(i);
            with.set(i, new Assignment(one.namespace(), one.pod(), one.node(), choices.get(i), one.devices()));
        }
        return new PlacedVolumes(with, VolumeDoubts.of(volumes, pods, choices, List.copyOf(byName.values())));
    }

    /**
     * {@return a placement with the volumes that it names, right or wrong; pods and nodes that are not there left out}
     */
    public static PlacedVolumes named(PodClasses question, QuestionVolumes volumes, List<Assignment> placement) {
        Map<String, Pod> byName = pods(question);
        List<VolumeChoices.PlacedPod> pods = new ArrayList<>();
        List<List<ClaimChoice>> choices = new ArrayList<>();
        for (Assignment one : placement) {
            Pod pod = byName.get(ObjectMeta.namespaceOrDefault(one.namespace()) + "/" + one.pod());
            int node = question.snapshot().indexOf(one.node());
            if (pod != null && node >= 0) {
                pods.add(new VolumeChoices.PlacedPod(pod, node));
                choices.add(one.volumes());
            }
        }
        return new PlacedVolumes(placement, VolumeDoubts.of(volumes, pods, choices, List.copyOf(byName.values())));
    }

    /** {@return where kube-scheduler's own choice of volumes would fail, if it does} */
    public static List<VolumeNote> smallestFirst(
            PodClasses question, QuestionVolumes volumes, List<Assignment> placement) {
        Map<String, Pod> byName = pods(question);
        List<VolumeChoices.PlacedPod> pods = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (Assignment one : placement) {
            String namespace = ObjectMeta.namespaceOrDefault(one.namespace());
            Pod pod = byName.get(namespace + "/" + one.pod());
            int node = question.snapshot().indexOf(one.node());
            if (pod != null && node >= 0) {
                pods.add(new VolumeChoices.PlacedPod(pod, node));
            }
            one.volumes().forEach(choice -> given.put(namespace + "/" + choice.claim(), choice.volume()));
        }
        VolumeNote failure = SmallestFirst.failure(volumes, pods, given);
        return failure == null ? List.of() : List.of(failure);
    }

    private static Map<String, Pod> pods(PodClasses question) {
        Map<String, Pod> byName = new LinkedHashMap<>();
        for (PodClasses.Entry member : question.entries()) {
            member.pods().forEach(pod -> byName.put(pod.metadata().qualifiedName(), pod));
        }
        return byName;
    }

    /** {@return whether a volume for one node is used on several} */
    public boolean attachesTwice() {
        return doubts.stream().anyMatch(doubt -> doubt.what() == Unmodelled.What.MULTI_ATTACH);
    }

    /** {@return what a verdict is about, and what else it depends on} */
    public GroupSummary about(GroupSummary about) {
        GroupSummary more = about;
        for (Unmodelled doubt : doubts) {
            more = more.dependingOn(doubt);
        }
        return more;
    }
}
