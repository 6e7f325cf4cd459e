package io.github.workload4j.gang.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Certificates as values: equality, hash codes and the number of leaves, found out without recursion, so that a
 * certificate nested without end costs no stack; a part that occurs many times is looked at once.
 */
final class CertificateContent implements CertificateVisitor<List<?>> {

    private static final CertificateContent OWN = new CertificateContent();

    private CertificateContent() {}

    static boolean areEqual(Certificate one, Certificate other) {
        Deque<Pair> open = new ArrayDeque<>();
        Set<Pair> seen = new HashSet<>();
        open.push(new Pair(one, other));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (pair.one == pair.other || !seen.add(pair)) {
                continue;
            }
            List<Certificate> mine = pair.one.parts();
            List<Certificate> its = pair.other.parts();
            if (mine.size() != its.size() || !pair.one.accept(OWN).equals(pair.other.accept(OWN))) {
                return false;
            }
            for (int i = 0; i < mine.size(); i++) {
                open.push(new Pair(mine.get(i), its.get(i)));
            }
        }
        return true;
    }

    /** {@return a hash code of the certificate's own numbers and those of the parts right inside} */
    static int hash(Certificate certificate) {
        int hash = certificate.accept(OWN).hashCode();
        for (Certificate part : certificate.parts()) {
            hash = hash * 31 + part.accept(OWN).hashCode();
        }
        return hash;
    }

    static int leaves(Certificate certificate) {
        Map<Certificate, Integer> known = new IdentityHashMap<>();
        Deque<Certificate> open = new ArrayDeque<>();
        open.push(certificate);
        while (!open.isEmpty()) {
            Certificate top = open.peek();
            long sum = top.parts().isEmpty() && top instanceof Weights ? 1 : 0;
            int before = open.size();
            for (Certificate part : top.parts()) {
                Integer some = known.get(part);
                if (some == null) {
                    open.push(part);
                } else {
                    sum = Math.min(Integer.MAX_VALUE, sum + some);
                }
            }
            if (open.size() == before) {
                known.put(open.pop(), (int) sum);
            }
        }
        return known.get(certificate);
    }

    /** {@return how a certificate is written in messages: its own numbers, and how many leaves there are below} */
    static String text(String own, Certificate certificate) {
        return own + ", leaves=" + certificate.leaves() + "]";
    }

    @Override
    public List<?> weights(Weights weights) {
        return List.of("weights", weights.points(), weights.sharedPoints(), weights.prices());
    }

    @Override
    public List<?> domainBranch(DomainBranch domains) {
        return List.of(
                "inDomains",
                domains.group(),
                domains.cases().stream().map(DomainBranch.Case::domains).toList());
    }

    @Override
    public List<?> domainCount(DomainCount shared) {
        return List.of(
                "sharedOut",
                shared.alike(),
                shared.cases().stream()
                        .map(some -> List.of(
                                some.domains(),
                                some.tooMany().stream()
                                        .map(DomainCount.TooMany::counts)
                                        .toList()))
                        .toList());
    }

    @Override
    public List<?> groupBranch(GroupBranch either) {
        return List.of("placedOrNot", either.group());
    }

    @Override
    public List<?> conflictBranch(ConflictBranch apart) {
        return List.of("apart", apart.conflict(), apart.domain());
    }

    @Override
    public List<?> countBranch(CountBranch split) {
        return List.of("noneOrOne", split.podClass(), split.nodes(), split.limit());
    }

    @Override
    public List<?> levelBranch(LevelBranch level) {
        return List.of("level", level.spread(), level.pods());
    }

    /** Two certificates, themselves and not their like. */
    private record Pair(Certificate one, Certificate other) {

        @Override
        public boolean equals(Object that) {
            return that instanceof Pair pair && pair.one == one && pair.other == other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }
}
