package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds for each label over which pods must spread the domain that can hold the fewest of them. */
final class SpreadLimits {

    private final GroupQuestion question;
    private final ClusterSnapshot snapshot;
    private final List<NamedPodClass> podClasses;

    SpreadLimits(GroupQuestion question) {
        this.question = question;
        this.snapshot = question.snapshot();
        this.podClasses = question.podClasses();
    }

    /** {@return a limit for each label, in the order of labels; none where the limit is above the pods there are} */
    List<SpreadLimit> find() {
        Map<String, SpreadLimit> limits = new TreeMap<>();
        SchedulerRules rules = SchedulerRules.of(question.about().release().release(), snapshot.setup());
        for (NamedPodClass podClass : podClasses) {
            List<TopologySpreadConstraint> blocking = TopologySpread.blocking(podClass.pod());
            if (blocking.isEmpty() || limits.keySet().containsAll(keys(blocking))) {
                continue;
            }
            List<TopologySpread> constraints =
                    TopologySpread.of(podClass.pod(), Inside.of(snapshot).view(), rules);
            for (int r = 0; r < constraints.size(); r++) {
                String key = blocking.get(r).topologyKey();
                SpreadLimit limit = limits.containsKey(key) ? null : limit(key, constraints.get(r));
                if (limit != null) {
                    limits.put(key, limit);
                }
            }
        }
        return List.copyOf(limits.values());
    }

    private static List<String> keys(List<TopologySpreadConstraint> constraints) {
        return constraints.stream().map(TopologySpreadConstraint::topologyKey).toList();
    }

    private @Nullable SpreadLimit limit(String key, TopologySpread rule) {
        List<String> values = Inside.of(snapshot).view().domains(key).values();
        int[] nodes = new int[values.size()];
        for (int n = 0; n < rule.eligible().length; n++) {
            if (rule.eligible()[n]) {
                nodes[rule.domainOf()[n]]++;
            }
        }
        long[] most = new long[values.size()];
        int pods = 0;
        for (int j = 0; j < podClasses.size(); j++) {
            if (rule.counts(podClasses.get(j).pod())) {
                pods += podClasses.get(j).count();
                add(question.packing().classes().get(j), rule, most);
            }
        }
        int fewest = -1;
        int alike = 0;
        int domains = 0;
        for (int d = 0; d < most.length; d++) {
            if (rule.exists()[d]) {
                domains++;
                most[d] += rule.counts()[d];
                alike = fewest >= 0 && most[d] == most[fewest] ? alike + 1 : alike;
                if (fewest < 0 || most[d] < most[fewest]) {
                    fewest = d;
                    alike = 1;
                }
            }
        }
        if (fewest < 0) {
            return null;
        }
        SpreadLimit limit = new SpreadLimit(
                key,
                rule.maxSkew(),
                values.get(fewest),
                nodes[fewest],
                rule.counts()[fewest],
                most[fewest],
                rule.minimumIsZero(),
                alike,
                domains);
        return (limit.tooFewDomains() || domains > 1) && limit.othersAtMost() < pods ? limit : null;
    }

    /** Adds for each domain how many pods of a class its nodes take at most, whatever else is placed. */
    private void add(PodClass podClass, TopologySpread rule, long[] most) {
        long[] ofClass = new long[most.length];
        for (int n = 0; n < rule.eligible().length; n++) {
            if (rule.eligible()[n] && podClass.mayUse(n)) {
                int domain = rule.domainOf()[n];
                ofClass[domain] = Math.min(podClass.count(), ofClass[domain] + holds(podClass, n));
            }
        }
        for (int d = 0; d < most.length; d++) {
            most[d] += ofClass[d];
        }
    }

    private long holds(PodClass podClass, int node) {
        long[] request = podClass.request();
        long holds = podClass.maxPerNode();
        for (int r = 0; r < request.length && holds > 0; r++) {
            if (request[r] > 0) {
                holds = Math.min(holds, Math.max(0, question.packing().nodes().free(r, node)) / request[r]);
            }
        }
        return holds;
    }
}
