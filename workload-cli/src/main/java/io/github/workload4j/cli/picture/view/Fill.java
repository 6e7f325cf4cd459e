package io.github.workload4j.cli.picture.view;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.NodeDevices;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How full a cluster is of the resource that is scarcest there for a group, on the nodes that its pods may use. Sums
 * beyond 64 bits are held at the limit.
 *
 * @param resource the resource
 * @param used what is in use, or -1 if that is not known: of devices of several classes
 * @param free what is free
 * @param asked what all pending pods ask together
 * @param taken what those take that are placed; 0 if none are
 */
public record Fill(Resource resource, long used, long free, long asked, long taken) {

    private static final BigInteger LIMIT = BigInteger.valueOf(Long.MAX_VALUE);

    /** {@return what is known of a question, its answer and its scarcest resource}, in time linear in nodes */
    public static Fill of(GroupQuestion question, Verdict verdict, ScarcestResource scarcest) {
        int column = question.resources().indexOf(scarcest.resource());
        BigInteger taken = BigInteger.ZERO;
        if (verdict instanceof Verdict.Feasible feasible) {
            boolean all = feasible.placed() == verdict.about().members().pending();
            taken = all ? scarcest.asked() : taken(question, column, feasible.placement());
        }
        return new Fill(
                Resource.ofColumn(scarcest.resource()),
                used(question, column),
                held(scarcest.free()),
                held(scarcest.asked()),
                held(taken));
    }

    private static BigInteger taken(GroupQuestion question, int column, List<Assignment> placement) {
        Map<String, Integer> classOf = new HashMap<>();
        List<NamedPodClass> classes = question.podClasses();
        for (int c = 0; c < classes.size(); c++) {
            for (Pod pod : classes.get(c).pods()) {
                classOf.put(pod.metadata().name(), c);
            }
        }
        BigInteger taken = BigInteger.ZERO;
        for (Assignment each : placement) {
            PodClass podClass = question.packing().classes().get(classOf.get(each.pod()));
            taken = taken.add(BigInteger.valueOf(podClass.request()[column]));
        }
        return taken;
    }

    private static long used(GroupQuestion question, int column) {
        String resource = question.resources().get(column);
        boolean devices = resource.startsWith(Resource.DEVICES);
        boolean known = devices
                ? question.resources().stream()
                                .filter(each -> each.startsWith(Resource.DEVICES))
                                .count()
                        == 1
                : resource.indexOf(' ') < 0;
        BigInteger used = BigInteger.ZERO;
        for (int n = 0; known && n < question.snapshot().nodes(); n++) {
            int node = n;
            if (question.packing().classes().stream().anyMatch(each -> each.mayUse(node))) {
                long more = devices
                        ? used(question.claims().devices(n))
                        : NodeView.allocatable(question.snapshot().node(n), resource)
                                - Math.max(0, question.packing().nodes().free(column, n));
                // What devices serve on a node that does not count it is free without limit.
                known = more >= 0;
                used = used.add(BigInteger.valueOf(more));
            }
        }
        return known ? held(used) : -1;
    }

    private static long used(NodeDevices there) {
        return there.suiting() - there.free();
    }

    private static long held(BigInteger sum) {
        return sum.min(LIMIT).longValue();
    }

    /** {@return what is left: after the pods are placed, or as it is} */
    public long left() {
        return Math.max(0, free - taken);
    }

    /** {@return all there is, whether in use or free} */
    public double total() {
        return (double) Math.max(0, used) + free;
    }

    private String bare(long amount) {
        return resource.amount(amount).replaceFirst(" cores?$", "");
    }

    /** {@return the same in words} */
    public String words() {
        long total = free > Long.MAX_VALUE - Math.max(0, used) ? Long.MAX_VALUE : Math.max(0, used) + free;
        String now = total == 0
                ? "no " + resource.label() + " there"
                : used < 0 ? resource.named(free) + " free" : resource.roughPart(used, total) + " in use";
        return taken > 0
                ? now + ", takes " + bare(taken) + ", leaves " + bare(left())
                : now + ", " + (used < 0 || free == 0 ? "" : bare(free) + " free, ") + "asks " + bare(asked);
    }
}
