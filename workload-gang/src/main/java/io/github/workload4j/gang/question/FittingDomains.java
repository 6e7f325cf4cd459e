package io.github.workload4j.gang.question;

import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Asks for each domain of a group whether some valid answer places pods of it there. */
final class FittingDomains {

    private FittingDomains() {}

    static DomainsThatFit of(GroupQuestion asked, GroupRef group, WorkMeter meter) {
        GroupTree inside = asked.tree().find(group);
        String key = inside == null ? null : inside.topologyKey();
        if (inside == null || key == null) {
            throw new IllegalArgumentException("group: " + group + " (expected: one with a topology constraint)");
        }
        Domains domains = asked.classes().domains(key);
        int pinned = Admission.pinned(asked.snapshot(), inside, domains);
        // Without running members a group succeeds by pods placed; with some it may succeed by them alone, and then a
        // leaf of it must not.
        List<GroupRef> needed = new ArrayList<>(List.of(group));
        if (pinned >= 0) {
            needed.clear();
            inside.leaves().forEach(leaf -> needed.add(leaf.ref()));
        }
        List<String> fit = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> candidates = pinned < 0
                ? List.copyOf(new TreeSet<>(domains.values()))
                : List.of(domains.values().get(pinned));
        for (int c = 0; c < candidates.size(); c++) {
            String value = candidates.get(c);
            WorkMeter share = meter.part(candidates.size() - c);
            boolean fits = false;
            boolean refuted = true;
            for (int i = 0; i < needed.size() && !fits; i++) {
                GroupTree changed = asked.tree()
                        .needing(needed.get(i))
                        .with(needed.get(i), leaf -> leaf.withPodPlaced(asked.snapshot()))
                        .with(group, bound -> bound.withDomain(value));
                Verdict verdict = asked.with(changed, null).answer(share);
                fits = verdict instanceof Verdict.Feasible;
                refuted &= verdict instanceof Verdict.Infeasible;
            }
            if (fits) {
                fit.add(value);
            } else if (!refuted) {
                open.add(value);
            }
        }
        return new DomainsThatFit(group, key, fit, open);
    }
}
