package io.github.workload4j.gang.whatif;

import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.GroupLevel;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.PodKind;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.PodRequests;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The single changes with which a group that does not fit would fit: fewer members, less of a resource, a wider domain, a rule less. */
public final class NearestFits {

    private static final long MEBIBYTE = 1 << 20;

    private final GroupQuestion question;
    private final Asking asking;
    private final List<Suggestion> found = new ArrayList<>();

    private NearestFits(GroupQuestion question, Asking asking) {
        this.question = question;
        this.asking = asking;
    }

    /**
     * {@return the suggestions for a group, in the order of {@link Suggestion}'s members, nodes to add left out; empty if the group fits, or may
     * not be tried}
     *
     * @param budget most steps for each of the answers: about twenty for each resource, one or two for everything else
     */
    public static List<Suggestion> of(ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget) {
        Optional<GroupQuestion> question = GroupQuestion.of(snapshot, groups, group);
        Verdict verdict = question.isEmpty() ? null : question.get().answer(budget);
        if (verdict == null || verdict instanceof Verdict.Feasible) {
            return List.of();
        }
        NearestFits nearest =
                new NearestFits(question.get(), new Asking(budget, verdict instanceof Verdict.Infeasible));
        nearest.lowerMinimum();
        nearest.smallerRequests();
        nearest.widerDomains();
        nearest.rules();
        return List.copyOf(nearest.found);
    }

    private void lowerMinimum() {
        GroupLevel root = question.groups().get(0);
        int running = root.isComposite() ? 0 : root.members().running();
        int lowest = running + 1;
        if (root.minimum() <= lowest) {
            return;
        }
        GroupQuestion least = question.withMinimum(root.group(), lowest);
        Verdict verdict = asking.ask(least);
        if (!(verdict instanceof Verdict.Feasible feasible)) {
            return;
        }
        if (!root.isComposite()) {
            int most = running + feasible.placed();
            found.add(new Suggestion.LowerMinimum(root.group(), most, root.minimum(), feasible.isMaximal()));
            return;
        }
        Asking.Edge edge = asking.edge(
                lowest, root.minimum(), minimum -> question.withMinimum(root.group(), (int) minimum));
        found.add(new Suggestion.LowerMinimum(root.group(), (int) edge.last(), root.minimum(), edge.exact()));
    }

    private void smallerRequests() {
        Map<String, Long> most = new TreeMap<>();
        for (PodKind kind : question.kinds()) {
            kind.request().forEach((resource, amount) -> most.merge(resource, amount, Math::max));
        }
        most.forEach((resource, asked) -> {
            if (asking.fits(atMost(resource, 0))) {
                long step = asked >= 64 * MEBIBYTE ? MEBIBYTE : 1;
                Asking.Edge edge = asking.edge(0, (asked + step - 1) / step, steps -> atMost(resource, steps * step));
                if (edge.last() > 0) {
                    found.add(new Suggestion.SmallerRequest(resource, edge.last() * step, asked, step, edge.exact()));
                }
            }
        });
    }

    private GroupQuestion atMost(String resource, long amount) {
        Map<String, Long> asked = new TreeMap<>();
        return question.withPods(pod -> {
            asked.clear();
            for (PodKind kind : question.kinds()) {
                if (kind.pod() == pod) {
                    asked.putAll(kind.request());
                }
            }
            return asked.getOrDefault(resource, 0L) <= amount ? pod : PodRequests.with(pod, resource, amount);
        });
    }

    private void widerDomains() {
        for (GroupLevel level : question.groups()) {
            String key = level.topologyKey();
            if (key == null) {
                continue;
            }
            boolean enough = false;
            for (String wider : Levels.widerThan(key, question.snapshot())) {
                if (!enough && asking.fits(question.withTopologyKey(level.group(), wider))) {
                    found.add(new Suggestion.WiderDomain(level.group(), key, wider));
                    enough = true;
                }
            }
            if (!enough && asking.fits(question.withTopologyKey(level.group(), null))) {
                found.add(new Suggestion.WiderDomain(level.group(), key, null));
            }
        }
    }

    private void rules() {
        for (Requirement requirement : Requirement.of(question)) {
            boolean rule = !(requirement instanceof Requirement.SameDomain || requirement instanceof Requirement.Request);
            if (rule && asking.fits(requirement.dropFrom(question))) {
                found.add(new Suggestion.WithoutRule(requirement));
            }
        }
    }
}
