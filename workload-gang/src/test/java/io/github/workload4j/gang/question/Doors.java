package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.GroupCount;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Queueing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All doors by which an answer leaves the library, opened once each in one small world. Three nodes of four cores, a
 * pod of low priority on one; {@code few} is a pod that fits, bound to a zone; {@code many} are three, of four, three
 * and two cores, that would fit if the other left, or if they were fewer; {@code even} are two that spread over the
 * nodes.
 */
public final class Doors {

    private static final GroupRef FEW = GroupRef.podGroup("ml", "few");
    private static final GroupRef MANY = GroupRef.podGroup("ml", "many");
    private static final GroupRef EVEN = GroupRef.podGroup("ml", "even");

    private Doors() {}

    private static Node node(String name, String zone) {
        return new Node(
                ObjectMeta.builder()
                        .name(name)
                        .labels(Map.of("zone", zone, "host", name))
                        .build(),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(4), "pods", Quantity.of(10))));
    }

    private static Pod pod(String name, PodSpec.Builder spec) {
        return pod(name, spec, 4);
    }

    private static Pod pod(String name, PodSpec.Builder spec, int cores) {
        PodSpec built = spec.containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(cores)))))
                .build();
        return new Pod(
                ObjectMeta.builder()
                        .namespace("ml")
                        .name(name)
                        .labels(Map.of("app", name.split("-")[0]))
                        .build(),
                built,
                PodStatus.EMPTY);
    }

    private static PodSpec.Builder member(String group) {
        return PodSpec.builder().priority(100).schedulingGroup(new PodSchedulingGroup(group));
    }

    private static PodGroup group(GroupRef ref, int minimum) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, ref.namespace(), ref.name(), minimum);
        return group.withSpec(group.spec().toBuilder().priority(100).build());
    }

    private static ClusterSnapshot snapshot() {
        List<Pod> pods = new ArrayList<>();
        pods.add(pod("low", PodSpec.builder().priority(1).nodeName("a")));
        pods.add(pod("few-0", member("few")));
        for (int i = 0; i < 3; i++) {
            pods.add(pod("many-" + i, member("many"), 4 - i));
        }
        LabelSelector even = new LabelSelector(Map.of("app", "even"), List.of());
        for (int i = 0; i < 2; i++) {
            TopologySpreadConstraint rule =
                    new TopologySpreadConstraint(1, "host", "DoNotSchedule", even, null, "Honor", "Ignore", List.of());
            pods.add(pod("even-" + i, member("even").topologySpreadConstraints(List.of(rule))));
        }
        return ClusterSnapshot.of(List.of(node("a", "1"), node("b", "1"), node("c", "2")), pods);
    }

    /** {@return what each door says, by its name} Called by reflection, in a world of classes of its own. */
    public static Map<String, String> open() {
        ClusterSnapshot snapshot = snapshot();
        Groups groups = Groups.of(List.of(group(FEW, 1), group(MANY, 3), group(EVEN, 2)));
        Map<String, String> said = new TreeMap<>();
        for (GroupRef group : List.of(FEW, MANY, EVEN)) {
            for (Preference preference : Preference.values()) {
                Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT, preference);
                said.put("answer " + group.name() + " " + preference, word(verdict));
            }
        }
        GroupQuestion few = GroupQuestion.of(snapshot, groups, FEW).orElseThrow();
        GroupQuestion many = GroupQuestion.of(snapshot, groups, MANY).orElseThrow();
        said.put("domains", domains(few));
        Verdict open = new Verdict.Undetermined(many.about(), 0, 3, StopReason.STEPS, "", 1);
        said.put("explanation", explanation(Explanation.of(many, open, meter())));
        said.put(
                "nearest fits",
                "" + NearestFits.of(many, open, meter()).suggestions().size());
        said.put(
                "nodes to add",
                "" + NodesToAdd.of(many, open, meter()).suggestions().size());
        said.put(
                "evictions",
                Evictions.of(many, open, groups, List.of(), meter())
                        .map(found -> "" + found.fewest().size())
                        .orElse("none"));
        Queueing queue = Queueing.inOrder(snapshot, groups, List.of(FEW, MANY), Map.of(), meter(), group -> {});
        queue.turns().forEach(turn -> said.merge("queue", word(turn.verdict()), (a, b) -> a + ", " + b));
        Queueing.Largest largest = Queueing.largestSet(snapshot, groups, List.of(FEW, MANY), Map.of(), meter());
        said.put("largest set", largest.groups().size() + (largest.proved() ? " proved" : ""));
        return said;
    }

    private static WorkMeter meter() {
        return Budget.DEFAULT.meter();
    }

    private static String word(Verdict verdict) {
        return verdict.word()
                + (verdict instanceof Verdict.Undetermined open
                        ? " " + open.stopped().word()
                        : "");
    }

    private static String domains(GroupQuestion few) {
        GroupQuestion bound = few.withTopologyKey(FEW, "zone");
        return bound.domainsThatFit(FEW, meter()).values() + " "
                + bound.domainsThatFit(FEW, meter()).undetermined();
    }

    /** What an explanation claims to have found or proved. */
    private static String explanation(Explanation explanation) {
        int found = explanation.counts().stream()
                        .mapToInt(GroupCount::placeable)
                        .sum()
                + explanation.domains().stream().mapToInt(DomainFit::fits).sum();
        boolean proved = explanation.counts().stream().anyMatch(GroupCount::exact)
                || explanation.domains().stream().anyMatch(DomainFit::exact);
        return found
                + (proved ? " proved" : "")
                + (explanation.conflicts().isEmpty() ? "" : " conflicts")
                + (explanation.complete() ? "" : " incomplete");
    }
}
