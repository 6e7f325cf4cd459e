package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.RepellingPod;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a group asks that could be dropped. */
final class Requirements {

    private static final int MOST_TAINTS = 6;
    private static final int MOST_CONDITIONS = 6;

    /**
     * Most resources, labels and topology keys that are dropped one by one: each takes an answer. Of more, a few are,
     * as each answer is about all the others.
     */
    private static final int MOST_NAMES = 200;

    private static final int FEW_NAMES = 8;

    private final GroupQuestion question;
    private final FilterReasons[] refusals;

    Requirements(GroupQuestion question, FilterReasons[] refusals) {
        this.question = question;
        this.refusals = refusals;
    }

    /** {@return everything the group asks that could be dropped, in the order in which people think of it} */
    List<Requirement> find() {
        List<Requirement> all = new ArrayList<>();
        for (GroupNode level : question.groups()) {
            if (level.topologyKey() != null) {
                all.add(new Requirement.SameDomain(level.group(), level.topologyKey(), level.pinned()));
            }
        }
        Map<String, Long> most = new TreeMap<>();
        question.podClasses()
                .forEach(podClass -> podClass.request().forEach((name, amount) -> most.merge(name, amount, Math::max)));
        List<Requirement> requests = new ArrayList<>();
        most.forEach((name, amount) -> requests.add(new Requirement.Request(name, amount)));
        Collections.reverse(requests);
        all.addAll(some(requests));
        addRules(all);
        return all;
    }

    /** {@return all of them, or the first few of a great many} */
    private static <T> List<T> some(Collection<T> all) {
        return all.stream()
                .limit(all.size() > MOST_NAMES ? FEW_NAMES : MOST_NAMES)
                .toList();
    }

    private void addRules(List<Requirement> all) {
        List<NamedPodClass> podClasses = question.podClasses();
        Map<String, Set<String>> labels = new TreeMap<>();
        podClasses.forEach(podClass -> podClass.pod()
                .spec()
                .nodeSelector()
                .forEach((key, value) ->
                        labels.computeIfAbsent(key, k -> new TreeSet<>()).add(value)));
        some(labels.keySet()).forEach(key -> {
            Set<String> values = labels.getOrDefault(key, Set.of());
            all.add(new Requirement.Selector(
                    key, values.size() == 1 ? values.iterator().next() : null));
        });
        if (asks(podClasses, affinity -> affinity.requiredNodeAffinity() != null)) {
            all.add(new Requirement.NodeAffinity());
        }
        Set<Taint> taints = new LinkedHashSet<>();
        boolean cordon = false;
        boolean ports = false;
        for (FilterReasons some : refusals) {
            for (FilterReason reason : some.reasons()) {
                boolean ofCordon = reason instanceof FilterReason.Tainted tainted && tainted.isCordon();
                cordon |= reason instanceof FilterReason.Cordoned || ofCordon;
                if (reason instanceof FilterReason.Tainted tainted && !ofCordon) {
                    taints.add(tainted.taint());
                }
                ports |= reason instanceof FilterReason.HostPort;
            }
        }
        all.addAll(taints(byNodes(taints)));
        if (cordon) {
            all.add(new Requirement.Cordon());
        }
        some(terms(podClasses, Affinity::requiredPodAntiAffinity))
                .forEach(key -> all.add(new Requirement.AntiAffinity(key)));
        some(terms(podClasses, Affinity::requiredPodAffinity))
                .forEach(key -> all.add(new Requirement.PodAffinity(key)));
        Set<String> spread = new TreeSet<>();
        podClasses.forEach(podClass -> podClass.pod().spec().topologySpreadConstraints().stream()
                .filter(each -> each.whenUnsatisfiable().equals("DoNotSchedule"))
                .forEach(each -> spread.add(each.topologyKey())));
        some(spread).forEach(key -> all.add(new Requirement.Spread(key)));
        List<RepellingPod> repelling = question.repelling();
        if (!repelling.isEmpty()) {
            int most = Math.min(Requirement.MOST_REPELLING, repelling.size());
            all.add(new Requirement.Repelled(repelling.subList(0, most), repelling.size()));
        }
        List<String> shared = question.claims().shared();
        if (!shared.isEmpty()) {
            all.add(new Requirement.SharedClaims(shared));
        }
        if (podClasses.stream().anyMatch(each -> !each.pod().spec().volumes().isEmpty())) {
            all.add(new Requirement.Volumes());
        }
        DevicesAsked devices = question.claims().devicesAsked();
        for (DeviceCondition kind : DeviceCondition.values()) {
            kind.of(devices).stream()
                    .limit(MOST_CONDITIONS)
                    .forEach(condition -> all.add(new Requirement.Devices(kind, condition)));
        }
        if (ports || podClasses.stream().anyMatch(Requirements::hasPorts)) {
            all.add(new Requirement.HostPorts());
        }
    }

    /** {@return a requirement for each key and effect, the frequent ones first; of many the rarer ones together} */
    private static List<Requirement> taints(List<Taint> byNodes) {
        Map<String, List<Taint>> byKey = new LinkedHashMap<>();
        for (Taint taint : byNodes) {
            String key = taint.key() + ":" + taint.effect();
            String group = byKey.containsKey(key) || byKey.size() < MOST_TAINTS ? key : "";
            byKey.computeIfAbsent(group, k -> new ArrayList<>()).add(taint);
        }
        List<Requirement> all = new ArrayList<>();
        byKey.values().forEach(taints -> all.add(new Requirement.Taints(taints)));
        return all;
    }

    private static boolean hasPorts(NamedPodClass podClass) {
        return podClass.pod().spec().containers().stream()
                .anyMatch(container -> container.ports().stream()
                        .anyMatch(port ->
                                port.hostPort() > 0 || podClass.pod().spec().hostNetwork()));
    }

    private static boolean asks(List<NamedPodClass> podClasses, Predicate<Affinity> rule) {
        return podClasses.stream().anyMatch(podClass -> {
            Affinity affinity = podClass.pod().spec().affinity();
            return affinity != null && rule.test(affinity);
        });
    }

    /** {@return the labels of these terms of the pods} */
    private static Set<String> terms(List<NamedPodClass> podClasses, Function<Affinity, List<PodAffinityTerm>> which) {
        Set<String> keys = new TreeSet<>();
        for (NamedPodClass podClass : podClasses) {
            Affinity affinity = podClass.pod().spec().affinity();
            if (affinity != null) {
                which.apply(affinity).forEach(term -> keys.add(term.topologyKey()));
            }
        }
        return keys;
    }

    private List<Taint> byNodes(Set<Taint> taints) {
        Map<Taint, Integer> nodes = new HashMap<>();
        FilterReasons first = refusals[0];
        for (int n = 0; n < first.nodes() && taints.size() > 1; n++) {
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
