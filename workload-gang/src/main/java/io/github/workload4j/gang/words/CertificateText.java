package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.question.GroupQuestion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A proof in one sentence: the room that is missing, the resource that is short, or what the points of a proof say. */
public final class CertificateText {

    private static final int MOST_CLASSES = 8;
    private static final int MOST_NODES = 4;

    private final Evidence.Certified certified;
    private final List<String> resources;
    private final @Nullable ClaimedDevices devices;
    private final Voice voice;
    private final Packing packing;

    private CertificateText(
            Evidence.Certified certified, List<String> resources, @Nullable ClaimedDevices devices, Voice voice) {
        this.devices = devices;
        this.certified = certified;
        this.resources = resources;
        this.voice = voice;
        this.packing = certified.packing();
    }

    /**
     * Puts a proof into words.
     *
     * @param resources names of the resources of its packing
     */
    public static String of(Evidence.Certified certified, List<String> resources, Voice voice) {
        return new CertificateText(certified, resources, null, voice).sentence();
    }

    /** {@return a proof about a question in words} */
    static String of(Evidence.Certified certified, GroupQuestion question, Voice voice) {
        List<String> resources = question.resourcesOf(certified.packing());
        return new CertificateText(
                        certified, resources, question.claims().claimedDevices().orElse(null), voice)
                .sentence();
    }

    private String sentence() {
        Optional<String> room = GangCapacity.of(packing)
                .filter(capacity -> capacity.pods() < packing.root().minimum())
                .map(this::room);
        return room.orElseGet(() -> proof()
                + (certified.relaxed() ? ", even if pod affinity and topology spread are looked at in part only" : ""));
    }

    private String room(GangCapacity capacity) {
        int needed = packing.root().minimum();
        String need = needed + (needed == 1 ? " is needed" : " are needed");
        if (capacity.nodes() == 0) {
            return "no node can take such a pod, " + need;
        }
        String where = capacity.isOneDomain() ? "the best domain has" : "there is";
        return where + " room for " + Counted.of(capacity.pods(), "such pod") + ", " + need + " ("
                + Counted.of(capacity.nodes(), "node") + " can take at least one)";
    }

    private String proof() {
        Optional<ResourceTotal> missing = ResourceTotal.mostMissing(packing);
        if (missing.isPresent()) {
            return asked(missing.get()) + ", " + has(missing.get())
                    + Amounts.mostFree(
                            name(missing.get()),
                            missing.get().free(),
                            missing.get().asked())
                    + " free" + where(missing.get().resource());
        }
        if (!(certified.certificate() instanceof Weights weights)) {
            return "the proof tells " + Counted.of(certified.certificate().leaves(), "case")
                    + " apart, and in each the nodes hold less than the group needs" + voice.whereProofsAre();
        }
        return measured(weights).map(this::inPieces).orElseGet(() -> points(weights));
    }

    /** Where devices of a column are free, and how many are allocated; the empty text if it counts no devices. */
    private String where(int resource) {
        if (devices == null || !packing.limits().isEmpty()) {
            return "";
        }
        Set<Integer> asks = devices.columns().stream()
                .filter(column -> column.resource() == resource)
                .flatMap(column -> column.asks().stream())
                .collect(Collectors.toSet());
        if (asks.isEmpty()) {
            return "";
        }
        List<String> free = new ArrayList<>();
        int nodes = 0;
        for (int n = 0; n < packing.nodes().count(); n++) {
            long there = packing.nodes().free(resource, n);
            if (there > 0 && nodes++ < MOST_NODES) {
                free.add(voice.node(certified.nodes().get(n)) + ": " + there);
            }
        }
        if (nodes > MOST_NODES) {
            free.add("and " + Counted.of(nodes - MOST_NODES, "more node"));
        }
        long held = 0;
        for (ClaimedDevices.Kind kind : devices.kinds()) {
            for (ClaimedDevices.Offered device : kind.devices()) {
                boolean counts = device.held() && device.suits().stream().anyMatch(asks::contains);
                held += counts ? (long) device.count() * kind.nodes().size() : 0;
            }
        }
        String allocated = held == 0 ? "" : Counted.of(held) + (held == 1 ? " is" : " are") + " allocated";
        String text = Stream.of(String.join(", ", free), allocated)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private String asked(ResourceTotal total) {
        return Amounts.name(name(total)) + ": the pods "
                + (total.isOfAllPods() && !certified.relaxed() ? "ask " : "needed ask at least ")
                + Amounts.exact(name(total), total.asked()) + " together";
    }

    private static String has(ResourceTotal total) {
        return total.isOnAllNodes() ? "the nodes have " : "the nodes open to them have ";
    }

    private String inPieces(ResourceTotal total) {
        return asked(total) + "; " + has(total) + Amounts.free(name(total), total.free())
                + " free, but these pods cannot use that much of it";
    }

    private String name(ResourceTotal total) {
        return resources.get(total.resource());
    }

    /** {@return the resource whose requests are the points, up to a factor; pod slots, which count pods, are none} */
    private Optional<ResourceTotal> measured(Weights weights) {
        if (weights.sharedPoints().stream().anyMatch(points -> points > 0)) {
            return Optional.empty();
        }
        return IntStream.range(0, packing.nodes().resources())
                .filter(r -> !resources.get(r).equals("pods") && isMeasure(weights.points(), r))
                .mapToObj(r -> ResourceTotal.of(packing, r))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isMeasure(List<Long> points, int resource) {
        BigInteger pointsOfOne = BigInteger.ZERO;
        BigInteger requestOfOne = BigInteger.ZERO;
        for (int c = 0; c < points.size(); c++) {
            PodClass pods = packing.classes().get(c);
            BigInteger worth = BigInteger.valueOf(points.get(c));
            BigInteger request = BigInteger.valueOf(pods.request()[resource]);
            if (worth.signum() != request.signum()) {
                return false;
            }
            if (pointsOfOne.signum() == 0) {
                pointsOfOne = worth;
                requestOfOne = request;
            }
            if (!worth.multiply(requestOfOne).equals(request.multiply(pointsOfOne))) {
                return false;
            }
        }
        return pointsOfOne.signum() > 0;
    }

    private String points(Weights weights) {
        List<Long> points = weights.points();
        int[] counting =
                IntStream.range(0, points.size()).filter(c -> points.get(c) > 0).toArray();
        if (IntStream.of(counting).mapToObj(points::get).distinct().count() == 1) {
            return "all nodes together have room for fewer "
                    + (counting.length == points.size() ? "pods" : "pods" + like(counting)) + " than the group needs";
        }
        List<String> parts = new ArrayList<>();
        for (int c : counting) {
            if (parts.size() < MOST_CLASSES) {
                parts.add(points.get(c) + " for a pod like " + pod(c));
            }
        }
        int more = counting.length - parts.size();
        return "counted in points (" + String.join(", ", parts)
                + (more > 0 ? ", and so on for " + Counted.of(more, "more kind") + " of pods" : "")
                + "), all nodes together hold less than the group needs";
    }

    private String like(int[] classes) {
        List<String> names =
                IntStream.of(classes).limit(MOST_CLASSES).mapToObj(this::pod).toList();
        int more = classes.length - names.size();
        return " like " + String.join(", ", names) + (more > 0 ? " and " + Counted.of(more, "more kind") : "");
    }

    private String pod(int kind) {
        return Style.printable(voice.member(certified.classes().get(kind).pods().get(0)));
    }
}
