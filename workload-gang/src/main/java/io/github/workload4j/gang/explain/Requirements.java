package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.GroupLevel;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.PodKind;
import io.github.workload4j.gang.Refusal;
import io.github.workload4j.gang.Refusals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a group asks that could be dropped. */
final class Requirements {

    private final GroupQuestion question;
    private final Refusals[] refusals;

    Requirements(GroupQuestion question, Refusals[] refusals) {
        this.question = question;
        this.refusals = refusals;
    }

    /** {@return everything the group asks that could be dropped, in the order in which people think of it} */
    List<Requirement> find() {
        List<Requirement> all = new ArrayList<>();
        for (GroupLevel level : question.groups()) {
            if (level.topologyKey() != null) {
                all.add(new Requirement.SameDomain(level.group(), level.topologyKey(), level.pinned()));
            }
        }
        Map<String, Long> most = new TreeMap<>();
        question.kinds().forEach(kind -> kind.request().forEach((name, amount) -> most.merge(name, amount, Math::max)));
        List<Requirement> requests = new ArrayList<>();
        most.forEach((name, amount) -> requests.add(new Requirement.Request(name, amount)));
        Collections.reverse(requests);
        all.addAll(requests);
        addRules(all);
        return all;
    }

    private void addRules(List<Requirement> all) {
        List<PodKind> kinds = question.kinds();
        if (kinds.stream().anyMatch(kind -> !kind.pod().spec().nodeSelector().isEmpty())) {
            all.add(new Requirement.Selector());
        }
        if (asks(kinds, affinity -> affinity.requiredNodeAffinity() != null)) {
            all.add(new Requirement.NodeAffinity());
        }
        Set<Taint> taints = new LinkedHashSet<>();
        boolean cordon = false;
        boolean ports = false;
        for (Refusals some : refusals) {
            for (Refusal reason : some.reasons()) {
                if (reason instanceof Refusal.Tainted tainted) {
                    taints.add(tainted.taint());
                }
                cordon |= reason instanceof Refusal.Cordoned;
                ports |= reason instanceof Refusal.HostPort;
            }
        }
        if (!taints.isEmpty()) {
            all.add(new Requirement.Taints(byNodes(taints)));
        }
        if (cordon) {
            all.add(new Requirement.Cordon());
        }
        if (asks(kinds, affinity -> !affinity.requiredPodAntiAffinity().isEmpty())) {
            all.add(new Requirement.AntiAffinity());
        }
        if (asks(kinds, affinity -> !affinity.requiredPodAffinity().isEmpty())) {
            all.add(new Requirement.PodAffinity());
        }
        if (kinds.stream().anyMatch(kind -> kind.pod().spec().topologySpreadConstraints().stream()
                .anyMatch(spread -> spread.whenUnsatisfiable().equals("DoNotSchedule")))) {
            all.add(new Requirement.Spread());
        }
        if (ports || kinds.stream().anyMatch(Requirements::hasPorts)) {
            all.add(new Requirement.HostPorts());
        }
    }

    private static boolean hasPorts(PodKind kind) {
        return kind.pod().spec().containers().stream()
                .anyMatch(container -> container.ports().stream()
                        .anyMatch(port -> port.hostPort() > 0 || kind.pod().spec().hostNetwork()));
    }

    private static boolean asks(List<PodKind> kinds, Predicate<Affinity> rule) {
        return kinds.stream().anyMatch(kind -> {
            Affinity affinity = kind.pod().spec().affinity();
            return affinity != null && rule.test(affinity);
        });
    }

    private List<Taint> byNodes(Set<Taint> taints) {
        Map<Taint, Integer> nodes = new HashMap<>();
        Refusals first = refusals[0];
        for (int n = 0; n < first.nodes(); n++) {
            if (first.mask(n) != 0) {
                for (Taint taint : question.snapshot().node(n).spec().taints()) {
                    nodes.merge(taint, 1, Integer::sum);
                }
            }
        }
        List<Taint> sorted = new ArrayList<>(taints);
        sorted.sort((a, b) -> nodes.getOrDefault(b, 0) - nodes.getOrDefault(a, 0));
        return sorted;
    }
}
