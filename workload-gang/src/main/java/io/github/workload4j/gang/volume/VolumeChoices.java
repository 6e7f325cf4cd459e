package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.order.SupplySet;
import io.github.workload4j.gang.order.VolumeMatching;
import io.github.workload4j.gang.order.VolumePatterns;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the open claims of placed pods their volumes: those that exist first where one must, then where one may, as
 * kube-scheduler prefers; for the others one is made.
 */
public final class VolumeChoices {

    private final QuestionVolumes volumes;
    private final VolumeNumbers.Named names;
    private final List<PlacedPod> pods;
    private final Map<String, Want> wants = new LinkedHashMap<>();
    private final Map<ClaimKind, Integer> kinds = new HashMap<>();
    private final VolumePatterns patterns;

    /**
     * A pod that is placed.
     *
     * @param pod the pod
     * @param node its node
     */
    public record PlacedPod(Pod pod, int node) {}

    /** A claim that wants a volume, or the second one for the same. */
    private static final class Want {
        private final PodClaim use;
        private final int kind;
        private final Set<Integer> nodes = new LinkedHashSet<>();
        private @Nullable String volume;
        private boolean isMade;

        Want(PodClaim use, int kind) {
            this.use = use;
            this.kind = kind;
        }
    }

    private VolumeChoices(QuestionVolumes volumes, VolumeNumbers.Named names, List<PlacedPod> pods) {
        this.volumes = volumes;
        this.names = names;
        this.pods = pods;
        this.patterns = VolumePatterns.of(names.rule(), volumes.view().nodes());
        for (int k = 0; k < names.kinds().size(); k++) {
            kinds.put(names.kinds().get(k), k);
        }
    }

    /**
     * {@return for each pod what becomes of its open claims, in the order of its volumes; null if some claim gets none}
     *
     * @param classes what tells the pods apart
     */
    public static @Nullable List<List<ClaimChoice>> of(
            QuestionVolumes volumes, List<VolumeSignature> classes, List<PlacedPod> pods) {
        if (classes.stream().allMatch(VolumeSignature::isWithoutOpen)) {
            return Collections.nCopies(pods.size(), List.of());
        }
        VolumeNumbers.Named names = VolumeNumbers.all(volumes, classes);
        VolumeChoices choices = new VolumeChoices(volumes, names, pods);
        return choices.choose() ? choices.said() : null;
    }

    private boolean choose() {
        for (PlacedPod placed : pods) {
            forEachOpen(
                    placed.pod(),
                    (use, key) -> wants.computeIfAbsent(key, k -> new Want(use, kinds.getOrDefault(use.kind(), -1)))
                            .nodes
                            .add(placed.node()));
        }
        VolumeRule rule = names.rule();
        int[] capacity =
                rule.supplies().stream().mapToInt(VolumeRule.Supply::count).toArray();
        VolumeMatching matching = new VolumeMatching(capacity);
        List<List<Want>> demands = new ArrayList<>();
        Map<String, List<Want>> alike = new LinkedHashMap<>();
        for (Want want : wants.values()) {
            // A second volume for a claim is made only where all pods of the claim are.
            want.isMade = wants.get(want.use.qualified()).nodes.size() == 1
                    && rule.kinds().get(want.kind).isMade(want.nodes.iterator().next());
            if (!want.isMade) {
                alike.computeIfAbsent(want.kind + " on " + want.nodes, k -> new ArrayList<>())
                        .add(want);
            }
        }
        for (List<Want> some : alike.values()) {
            demands.add(some);
            int demand = matching.demand(reaching(some.get(0)));
            for (int unit = 0; unit < some.size(); unit++) {
                if (!matching.add(demand)) {
                    return false;
                }
            }
        }
        handOut(matching, demands);
        return true;
    }

    private void handOut(VolumeMatching matching, List<List<Want>> demands) {
        List<Deque<String>> left = new ArrayList<>();
        names.supplies().forEach(some -> left.add(new ArrayDeque<>(some)));
        for (int d = 0; d < demands.size(); d++) {
            Deque<Want> some = new ArrayDeque<>(demands.get(d));
            matching.given(d).forEach((supply, units) -> {
                for (int unit = 0; unit < units; unit++) {
                    some.remove().volume = left.get(supply).remove();
                }
            });
        }
        for (Want want : wants.values()) {
            for (int supply :
                    want.isMade && !isPastOneMade(want) ? reaching(want).toArray() : new int[0]) {
                if (want.volume == null && !left.get(supply).isEmpty()) {
                    want.volume = left.get(supply).remove();
                }
            }
        }
    }

    /** Whether one is made for the claim although volumes are kept for it: then no other volume serves it either. */
    private boolean isPastOneMade(Want want) {
        return want.use.isPastKept()
                && wants.values().stream()
                        .anyMatch(each -> each.volume == null
                                && !each.use.isPastKept()
                                && each.use.qualified().equals(want.use.qualified()));
    }

    private SupplySet reaching(Want want) {
        return patterns.reaching(names.rule().kinds().get(want.kind), want.nodes);
    }

    private List<List<ClaimChoice>> said() {
        List<List<ClaimChoice>> said = new ArrayList<>();
        for (PlacedPod placed : pods) {
            List<ClaimChoice> own = new ArrayList<>();
            forEachOpen(placed.pod(), (use, key) -> {
                Want want = wants.get(key);
                if (want != null) {
                    own.add(
                            want.volume != null
                                    ? ClaimChoice.volume(use.name(), want.volume)
                                    : ClaimChoice.provision(use.name(), VolumeIndex.classOf(use.claim())));
                }
            });
            said.add(Collections.unmodifiableList(own));
        }
        return said;
    }

    /** Takes an open claim of a pod. */
    private interface OpenClaims {
        void accept(PodClaim use, String key);
    }

    private void forEachOpen(Pod pod, OpenClaims sink) {
        List<String> seen = new ArrayList<>();
        for (PodClaim use : volumes.of(pod).claims()) {
            if (volumes.isOpen(use)) {
                String name = QuestionVolumes.nameIn(seen, use);
                seen.add(name);
                sink.accept(use, name);
            }
        }
    }
}
