package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for single changes with which a group would fit, topic by topic. */
final class ChangeSearch {

    private static final long MEBIBYTE = 1 << 20;

    /** Most resources that are made smaller, one by one: each takes an answer about all the others. */
    private static final int MOST_RESOURCES = 200;

    private static final int MOST_OPENED = 64;

    private final GroupQuestion question;
    private final Probe probe;
    private final List<Suggestion> found;
    private final DeviceChanges devices;

    /**
     * Looks with the answers that {@code probe} gets.
     *
     * @param found what is found is added here
     */
    ChangeSearch(GroupQuestion question, Probe probe, List<Suggestion> found) {
        this.question = question;
        this.probe = probe;
        this.found = found;
        this.devices = new DeviceChanges(question, probe, found);
    }

    void at(NearestFits.Topic topic) {
        switch (topic) {
            case LOWER_MINIMUM -> lowerMinimum();
            case SMALLER_REQUESTS -> smallerRequests();
            case FEWER_DEVICES -> devices.fewer();
            case WIDER_DOMAINS -> widerDomains();
            case FEWER_RULES -> rules();
            case UNCORDONING -> uncordoned();
            case MORE_DEVICES -> devices.more();
            case VOLUMES -> new VolumeSearch(question, probe, found).find();
        }
    }

    private void lowerMinimum() {
        lowerMinimum(question.groups().get(0).minimum(), true);
    }

    /** Looks for a minimum below the one that was asked and that the group has too few members for. */
    void lowerMinimum(int asked) {
        lowerMinimum(asked, false);
    }

    private void lowerMinimum(int asked, boolean hasQuorum) {
        GroupNode root = question.groups().get(0);
        int running = root.isComposite() ? 0 : root.members().running();
        int lowest = running + 1;
        if (asked <= lowest) {
            return;
        }
        Verdict verdict = probe.ask(() -> question.withMinimum(root.group(), lowest));
        if (!(verdict instanceof Verdict.Feasible feasible)) {
            return;
        }
        if (!root.isComposite()) {
            int most = running + feasible.placed();
            boolean exact =
                    feasible.isMaximal() && (hasQuorum || most < root.members().total());
            found.add(new Suggestion.LowerMinimum(root.group(), most, asked, exact));
            return;
        }
        Probe.Threshold threshold =
                probe.threshold(lowest, asked, minimum -> question.withMinimum(root.group(), (int) minimum));
        found.add(new Suggestion.LowerMinimum(root.group(), (int) threshold.last(), asked, threshold.exact()));
    }

    private void smallerRequests() {
        Map<String, Long> most = new TreeMap<>();
        for (NamedPodClass kind : question.podClasses()) {
            kind.request().forEach((resource, amount) -> most.merge(resource, amount, Math::max));
        }
        boolean areMany = most.size() > MOST_RESOURCES;
        most.forEach((resource, asked) -> {
            if (!areMany && probe.fits(() -> question.withRequestAtMost(resource, 0))) {
                long step = asked >= 64 * MEBIBYTE ? MEBIBYTE : 1;
                Probe.Threshold threshold = probe.threshold(
                        0, (asked + step - 1) / step, steps -> question.withRequestAtMost(resource, steps * step));
                if (threshold.last() > 0) {
                    found.add(new Suggestion.SmallerRequest(
                            resource, threshold.last() * step, asked, step, threshold.exact()));
                }
            }
        });
    }

    private void widerDomains() {
        for (GroupNode level : question.groups()) {
            String key = level.topologyKey();
            if (key == null) {
                continue;
            }
            List<String> tooNarrow = new ArrayList<>();
            boolean exact = probe.isProved();
            boolean enough = false;
            List<@Nullable String> wider = new ArrayList<>(TopologyLevels.widerThan(key, question.snapshot()));
            wider.add(null);
            for (int i = 0; i < wider.size() && !enough; i++) {
                String label = wider.get(i);
                GroupQuestion changed = question.withTopologyKey(level.group(), label);
                Verdict verdict = changed.isContradicted() ? null : probe.ask(() -> changed);
                enough = verdict instanceof Verdict.Feasible;
                if (enough) {
                    found.add(new Suggestion.WiderDomain(level.group(), key, label, tooNarrow, exact));
                } else if (label != null) {
                    tooNarrow.add(label);
                    exact &= verdict == null || verdict instanceof Verdict.Infeasible;
                }
            }
        }
    }

    private List<Requirement> everyRule() {
        return Requirement.of(question).stream()
                .filter(each -> !(each instanceof Requirement.SameDomain || each instanceof Requirement.Request))
                .toList();
    }

    private void rules() {
        for (String key : honorable()) {
            Suggestion.HonorTaints honor = new Suggestion.HonorTaints(key, probe.isProved());
            if (probe.fits(() -> honor.applyTo(question))) {
                found.add(honor);
            }
        }
        for (Requirement requirement : everyRule()) {
            if (!(requirement instanceof Requirement.Cordon) && probe.fits(() -> requirement.dropFrom(question))) {
                found.add(new Suggestion.WithoutRules(List.of(requirement), null, probe.isProved()));
            }
        }
    }

    /** {@return labels of spread constraints that count nodes whatever their taints, if nodes have any in the way} */
    private Set<String> honorable() {
        Set<String> keys = new TreeSet<>();
        boolean tainted = everyRule().stream()
                .anyMatch(each -> each instanceof Requirement.Taints || each instanceof Requirement.Cordon);
        for (NamedPodClass podClass : tainted ? question.podClasses() : List.<NamedPodClass>of()) {
            podClass.pod().spec().topologySpreadConstraints().stream()
                    .filter(each -> each.whenUnsatisfiable().equals("DoNotSchedule")
                            && !each.nodeTaintsPolicy().equals("Honor"))
                    .forEach(each -> keys.add(each.topologyKey()));
        }
        return keys;
    }

    /** Opens the cordoned nodes that a placement on all of them uses, and closes again what need not be open. */
    private void uncordoned() {
        if (everyRule().stream().noneMatch(Requirement.Cordon.class::isInstance)) {
            return;
        }
        Set<String> all = new TreeSet<>();
        for (int n = 0; n < question.snapshot().nodes(); n++) {
            Node node = question.snapshot().node(n);
            if (isCordoned(node)) {
                all.add(node.metadata().name());
            }
        }
        if (!(probe.ask(() -> opened(all)) instanceof Verdict.Feasible feasible)) {
            return;
        }
        Set<String> open = new TreeSet<>();
        feasible.placement().forEach(each -> open.add(each.node()));
        open.retainAll(all);
        boolean exact = probe.isProved() && open.size() <= MOST_OPENED;
        if (open.size() <= MOST_OPENED) {
            for (String name : List.copyOf(open)) {
                open.remove(name);
                Verdict verdict = probe.ask(() -> opened(open));
                if (!(verdict instanceof Verdict.Feasible)) {
                    open.add(name);
                    exact &= verdict instanceof Verdict.Infeasible;
                }
            }
        }
        if (!open.isEmpty()) {
            found.add(new Suggestion.Uncordon(List.copyOf(open), exact));
        }
    }

    private static boolean isCordoned(Node node) {
        return node.spec().unschedulable()
                || node.spec().taints().stream().anyMatch(taint -> new FilterReason.Tainted(taint).isCordon());
    }

    private GroupQuestion opened(Set<String> nodes) {
        ClusterSnapshot open = question.snapshot();
        for (String name : nodes) {
            Node node = open.node(open.indexOf(name));
            open = open.put(Suggestion.Uncordon.uncordoned(node));
        }
        return question.on(open);
    }

    /**
     * No single change helps: all rules are dropped, with as many pods as fit then, and those that need not go are
     * kept.
     */
    void rulesTogether() {
        List<Requirement> rules = everyRule();
        GroupNode root = question.groups().get(0);
        if (rules.isEmpty() || root.isComposite()) {
            return;
        }
        int running = root.members().running();
        Suggestion.LowerMinimum then = null;
        if (!probe.fits(() -> dropping(rules))) {
            Verdict fewer = probe.ask(() -> dropping(rules).withMinimum(root.group(), running + 1));
            if (!(fewer instanceof Verdict.Feasible feasible)) {
                return;
            }
            int most = running + feasible.placed();
            then = new Suggestion.LowerMinimum(root.group(), most, root.minimum(), feasible.isMaximal());
        }
        List<Requirement> gone = new ArrayList<>(rules);
        boolean exact = probe.isProved();
        for (Requirement rule : rules) {
            gone.remove(rule);
            Suggestion.LowerMinimum lower = then;
            Verdict verdict = probe.ask(
                    () -> lower == null ? dropping(gone) : dropping(gone).withMinimum(root.group(), lower.most()));
            if (!(verdict instanceof Verdict.Feasible)) {
                gone.add(rule);
                exact &= verdict instanceof Verdict.Infeasible;
            }
        }
        gone.sort(Comparator.comparingInt(rules::indexOf));
        found.add(new Suggestion.WithoutRules(gone, then, exact));
    }

    private GroupQuestion dropping(List<Requirement> some) {
        GroupQuestion rest = question;
        for (Requirement requirement : some) {
            rest = requirement.dropFrom(rest);
        }
        return rest;
    }
}
