package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.proof.CertificateVisitor;
import io.github.workload4j.gang.proof.ConflictBranch;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.LevelBranch;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Certificates in a sentence, for people. */
final class Reading implements CertificateVisitor<String> {

    private final Walk walk;

    /**
     * Puts an accepted certificate into words.
     *
     * @param walk the check of it, which took note of what leaves came to
     */
    Reading(Walk walk) {
        this.walk = walk;
    }

    /** What the points of a leaf say, given what they came to. */
    static String of(Weights weights, long mostOfANode, long held, long need) {
        List<String> worth = new ArrayList<>();
        for (int j = 0; j < weights.points().size(); j++) {
            if (weights.points().get(j) > 0) {
                worth.add("class " + j + " " + weights.points().get(j));
            }
        }
        String points = worth.size() == 1 && weights.points().contains(1L)
                ? "counting the pods of " + worth.get(0).replaceFirst(" 1$", "")
                : "with points for each pod (" + String.join(", ", worth) + ")";
        return String.format(
                Locale.ROOT,
                "%s, no node can give more than %,d and all nodes together not more than %,d; %,d are needed",
                points,
                mostOfANode,
                held,
                need);
    }

    @Override
    public String weights(Weights weights) {
        return walk.first();
    }

    @Override
    public String domainBranch(DomainBranch domains) {
        if (walk.leaves() != domains.leaves()) {
            return cases();
        }
        int all =
                domains.cases().stream().mapToInt(some -> some.domains().size()).sum();
        return "in none of " + all + " domains: " + walk.first();
    }

    @Override
    public String domainCount(DomainCount shared) {
        return walk.room() < 0
                ? "counting groups that want a domain each, the domains have not enough room together"
                : "of " + shared.alike().get(0).size()
                        + " groups alike that want a domain each, the domains have room for " + walk.room()
                        + " at most";
    }

    @Override
    public String groupBranch(GroupBranch either) {
        return cases();
    }

    @Override
    public String conflictBranch(ConflictBranch apart) {
        return cases();
    }

    @Override
    public String countBranch(CountBranch split) {
        return cases();
    }

    @Override
    public String levelBranch(LevelBranch level) {
        return cases();
    }

    private String cases() {
        return walk.leaves() + " cases, each refuted by points; the first: " + walk.first();
    }
}
