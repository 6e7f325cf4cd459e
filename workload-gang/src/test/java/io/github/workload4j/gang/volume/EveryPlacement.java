package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.replay.ReplayFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through all nodes, all volumes and all orders, with {@link Replay} as the judge. */
final class EveryPlacement {

    private final Replay replay;
    private final List<Node> nodes;
    private final List<Pod> pods;
    private final StorageObjects storage;
    private final Set<String> seen = new HashSet<>();
    private int most;

    EveryPlacement(Replay replay, List<Node> nodes, List<Pod> pods, StorageObjects storage) {
        this.replay = replay;
        this.nodes = nodes;
        this.pods = pods;
        this.storage = storage;
    }

    /** {@return the most pods that a valid answer places; 0 if none is valid} */
    int most() {
        extend(List.of(), pods);
        return most;
    }

    private void extend(List<Assignment> placed, List<Pod> left) {
        if (!seen.add(placed.stream().map(Object::toString).toList().toString())) {
            return;
        }
        if (!placed.isEmpty()) {
            List<ReplayFailure> objections = replay.objections(GroupRef.podGroup("default", "g"), placed);
            if (objections.stream().anyMatch(each -> each.rule() != ReplayFailure.Rule.MINIMUM)) {
                return;
            }
            most = objections.isEmpty() ? Math.max(most, placed.size()) : most;
        }
        for (Pod pod : left) {
            List<Pod> others = new ArrayList<>(left);
            others.remove(pod);
            for (Node node : nodes) {
                for (List<ClaimChoice> choices : choices(pod)) {
                    List<Assignment> more = new ArrayList<>(placed);
                    more.add(new Assignment(
                            "default", pod.metadata().name(), node.metadata().name(), choices));
                    extend(more, others);
                }
            }
        }
    }

    private List<List<ClaimChoice>> choices(Pod pod) {
        List<List<ClaimChoice>> all = new ArrayList<>(List.of(List.of()));
        for (Volume volume : pod.spec().volumes()) {
            PersistentVolumeClaim claim =
                    volume.source() instanceof Volume.Claim named ? claim(named.claimName()) : null;
            if (volume.source() instanceof Volume.Ephemeral) {
                claim = claim(pod.metadata().name() + "-" + volume.name());
            }
            if (claim != null && claim.spec().volumeName().isEmpty()) {
                List<List<ClaimChoice>> longer = new ArrayList<>();
                for (List<ClaimChoice> before : all) {
                    for (ClaimChoice choice : choices(claim)) {
                        List<ClaimChoice> more = new ArrayList<>(before);
                        more.add(choice);
                        longer.add(more);
                    }
                }
                all = longer;
            }
        }
        return all;
    }

    private PersistentVolumeClaim claim(String name) {
        return storage.claims().stream()
                .filter(each -> each.metadata().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<ClaimChoice> choices(PersistentVolumeClaim claim) {
        List<ClaimChoice> choices = new ArrayList<>();
        for (PersistentVolume volume : storage.volumes()) {
            choices.add(ClaimChoice.volume(
                    claim.metadata().name(), volume.metadata().name()));
        }
        choices.add(ClaimChoice.provision(claim.metadata().name(), VolumeIndex.classOf(claim)));
        return choices;
    }
}
