package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The resource of which the pods of a group take the largest share of what is free: how much room a cluster has for
 * them beside what they need. Amounts are of cpu in thousandths, of {@code pods} in slots, of the rest in units.
 *
 * @param resource its name; {@code pods} for slots
 * @param asked what all pending pods ask together
 * @param free what is free on the nodes that one of them may use, resources aside
 * @since 0.1.0
 */
public record ScarcestResource(String resource, BigInteger asked, BigInteger free) {

    public ScarcestResource {
        requireNonNull(resource, "resource");
        requireNonNull(asked, "asked");
        requireNonNull(free, "free");
    }

    /** {@return the scarcest resource of a question; empty if its pods ask nothing}, in time linear in nodes */
    public static Optional<ScarcestResource> of(GroupQuestion question) {
        Packing packing = requireNonNull(question, "question").packing();
        List<String> resources = question.resources();
        ScarcestResource scarcest = null;
        for (int r = 0; r < resources.size(); r++) {
            BigInteger asked = BigInteger.ZERO;
            for (PodClass pods : packing.classes()) {
                asked = asked.add(BigInteger.valueOf(pods.request()[r]).multiply(BigInteger.valueOf(pods.count())));
            }
            if (asked.signum() > 0) {
                ScarcestResource one = new ScarcestResource(resources.get(r), asked, free(packing, r));
                scarcest = scarcest == null || one.compareShare(scarcest) > 0 ? one : scarcest;
            }
        }
        return Optional.ofNullable(scarcest);
    }

    private static BigInteger free(Packing packing, int resource) {
        long[] free = packing.nodes().column(resource);
        boolean isOpenAnywhere = packing.classes().stream().anyMatch(pods -> pods.eligible() == null);
        long low = 0;
        BigInteger sum = BigInteger.ZERO;
        for (int n = 0; n < free.length; n++) {
            long more = isOpenAnywhere || isOpen(packing, n) ? Math.max(0, free[n]) : 0;
            if (low + more < 0) {
                sum = sum.add(BigInteger.valueOf(low));
                low = 0;
            }
            low += more;
        }
        return sum.add(BigInteger.valueOf(low));
    }

    private static boolean isOpen(Packing packing, int node) {
        for (PodClass pods : packing.classes()) {
            if (pods.mayUse(node)) {
                return true;
            }
        }
        return false;
    }

    /** Compares what is asked of each with what is free of it: the larger share is the larger. */
    int compareShare(ScarcestResource other) {
        return asked.multiply(other.free).compareTo(other.asked.multiply(free));
    }
}
