package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.question.GroupQuestion;
import java.io.StringWriter;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with the question in numbers that it is about, as {@code docs/certificates.md} specifies: what a
 * stranger needs to check it. Nodes with the same free amounts are one row, sets of nodes are ranges, every name is
 * there once.
 */
public final class ProblemJson {

    private final Packing packing;
    private final @Nullable GroupQuestion names;
    private final @Nullable ClaimedDevices devices;
    private final Voice voice;

    private final List<NamedPodClass> kinds;
    private final List<GroupNode> levels;

    /** Different labels, by the domain of each node. */
    private final Map<IntBuffer, Integer> labels = new LinkedHashMap<>();

    private final List<PackingGroup> groups = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();

    /** By group, its number in the question as it was asked, or -1 if it is not there. */
    private final List<Integer> askedAs = new ArrayList<>();

    private ProblemJson(Packing packing, @Nullable GroupQuestion names, @Nullable ClaimedDevices devices, Voice voice) {
        this.packing = packing;
        this.names = names;
        this.devices = devices;
        this.voice = voice;
        this.kinds = names == null ? List.of() : names.podClasses();
        this.levels = names == null ? List.of() : names.groups();
        add(packing.root(), names == null ? null : names.packing().root(), 0, -1);
        groups.forEach(group -> label(group.domainOf()));
        packing.conflicts().forEach(conflict -> label(conflict.domainOf()));
        packing.spreads().forEach(spread -> label(spread.domainOf()));
    }

    /** Numbers a group and those inside it, and returns the number after those of the same group as it was asked. */
    private int add(PackingGroup group, @Nullable PackingGroup asked, int askedNumber, int parent) {
        int number = groups.size();
        groups.add(group);
        parents.add(parent);
        askedAs.add(asked == null ? -1 : askedNumber);
        boolean alike =
                asked != null && asked.children().size() == group.children().size();
        int next = askedNumber + 1;
        for (int i = 0; i < group.children().size(); i++) {
            next = add(group.children().get(i), alike ? asked.children().get(i) : null, next, number);
        }
        return asked == null ? askedNumber : next;
    }

    private @Nullable Integer label(int @Nullable [] domainOf) {
        if (domainOf == null) {
            return null;
        }
        labels.putIfAbsent(IntBuffer.wrap(domainOf), labels.size());
        return labels.get(IntBuffer.wrap(domainOf));
    }

    /**
     * {@return a certificate on one line}
     *
     * @param question what the names are
     * @param atLeast number of pods that are too many
     * @param sums what the leaves come to, or null if that is not known
     */
    static String of(
            GroupQuestion question, Evidence.Certified evidence, int atLeast, @Nullable LeafSums sums, Voice voice) {
        Certificate certificate = evidence.certificate();
        String proof = sums == null ? certificate.toJson() : certificate.toJson(sums);
        ClaimedDevices devices = question.claims().claimedDevices().orElse(null);
        return write(new ProblemJson(evidence.packing(), question, devices, voice), proof, atLeast, evidence.relaxed());
    }

    /** {@return a certificate of a question in which nothing has a name} */
    public static String of(Packing packing, Certificate certificate, int atLeast) {
        return of(packing, null, certificate, atLeast);
    }

    /** {@return the same of a question of which some columns are about devices} */
    public static String of(Packing packing, @Nullable ClaimedDevices devices, Certificate certificate, int atLeast) {
        return write(new ProblemJson(packing, null, devices, Voice.LIBRARY), certificate.toJson(), atLeast, false);
    }

    private static String write(ProblemJson problem, String proof, int atLeast, boolean relaxed) {
        StringWriter out = new StringWriter();
        try (JsonLines json = JsonLines.onOneLine(out)) {
            json.field("atLeast", atLeast);
            json.field("relaxed", relaxed);
            json.startObject("problem");
            problem.write(json);
            json.endObject();
            json.json("proof", proof);
        }
        return out.toString();
    }

    private void write(JsonLines json) {
        json.texts(
                "resources",
                names == null
                        ? IntStream.range(0, packing.nodes().resources())
                                .mapToObj(r -> "r" + r)
                                .toList()
                        : names.resourcesOf(packing));
        writeNodes(packing.nodes(), json);
        json.objects("classes", numbers(packing.classes()), number -> writeClass(number, json));
        List<PackingGroup> asked =
                names == null ? List.of() : new ProblemJson(names.packing(), null, null, voice).groups;
        json.objects("labels", labels.keySet(), domainOf -> writeLabel(domainOf.array(), asked, json));
        json.objects("conflicts", packing.conflicts(), conflict -> {
            json.field("a", conflict.a());
            json.field("b", conflict.b());
            writeLabelOf(conflict.domainOf(), json);
        });
        json.objects("groups", numbers(groups), number -> writeGroup(number, json));
        writeLimits(json);
        writeSpreads(json);
        if (devices != null) {
            ClaimedDevicesJson.write(devices, json);
        }
    }

    private void writeLimits(JsonLines json) {
        if (packing.limits().isEmpty()) {
            return;
        }
        json.objects("limits", packing.limits(), limit -> {
            json.numbers("amounts", LongStream.of(limit.amounts()));
            json.field("nodes", ranges(nodes(limit::concerns)));
            json.field("atMost", limit.atMost());
        });
    }

    private void writeSpreads(JsonLines json) {
        if (packing.spreads().isEmpty()) {
            return;
        }
        json.objects("spreads", packing.spreads(), spread -> {
            json.list("classes", spread.classes(), json::item);
            writeLabelOf(spread.domainOf(), json);
            json.numbers("counts", IntStream.of(spread.counts()).asLongStream());
            json.list("maxSkews", spread.maxSkews(), json::item);
        });
    }

    private static List<Integer> numbers(List<?> all) {
        return IntStream.range(0, all.size()).boxed().toList();
    }

    private List<Integer> nodes(IntPredicate some) {
        return IntStream.range(0, packing.nodes().count()).filter(some).boxed().toList();
    }

    private void writeNodes(PackingNodes nodes, JsonLines json) {
        json.startObject("nodes");
        json.field("count", nodes.count());
        if (names != null) {
            json.list(
                    "names",
                    nodes(any -> true),
                    node -> json.item(
                            voice.node(names.snapshot().node(node).metadata().name())));
        }
        Map<List<Long>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int n = 0; n < nodes.count(); n++) {
            int node = n;
            List<Long> free = IntStream.range(0, nodes.resources())
                    .mapToObj(r -> nodes.free(r, node))
                    .toList();
            kinds.computeIfAbsent(free, any -> new ArrayList<>()).add(n);
        }
        json.objects("kinds", kinds, (free, some) -> {
            json.list("free", free, json::item);
            json.field("nodes", ranges(some));
        });
        json.endObject();
    }

    private void writeClass(int number, JsonLines json) {
        PodClass podClass = packing.classes().get(number);
        if (names != null) {
            json.list(
                    "pods",
                    kinds.get(number).pods(),
                    pod -> json.item(voice.member(pod.metadata().name())));
        }
        json.field("count", podClass.count());
        json.numbers("request", LongStream.of(podClass.request()));
        if (podClass.eligible() != null) {
            json.field("nodes", ranges(nodes(podClass::mayUse)));
        }
        if (podClass.maxPerNode() < Integer.MAX_VALUE) {
            json.field("maxPerNode", podClass.maxPerNode());
        }
        if (podClass.min() > 0) {
            json.field("min", podClass.min());
        }
    }

    private void writeLabel(int[] domainOf, List<PackingGroup> asked, JsonLines json) {
        GroupNode bound = boundBy(domainOf, asked);
        if (bound != null) {
            json.field("key", bound.topologyKey());
            json.texts("values", bound.domains());
        }
        Map<Integer, List<Integer>> byDomain = new TreeMap<>();
        for (int n = 0; n < domainOf.length; n++) {
            byDomain.computeIfAbsent(domainOf[n], any -> new ArrayList<>()).add(n);
        }
        byDomain.remove(-1);
        int domains = byDomain.keySet().stream().mapToInt(d -> d + 1).max().orElse(0);
        json.texts(
                "domains",
                IntStream.range(0, domains)
                        .mapToObj(d -> ranges(byDomain.getOrDefault(d, List.of())))
                        .toList());
    }

    /**
     * A group that is bound to one domain of this label as it stands in the inputs, not by a rule turned into a label.
     */
    private @Nullable GroupNode boundBy(int[] domainOf, List<PackingGroup> asked) {
        for (int g = 0; g < asked.size(); g++) {
            if (levels.get(g).topologyKey() != null
                    && Arrays.equals(asked.get(g).domainOf(), domainOf)) {
                return levels.get(g);
            }
        }
        return null;
    }

    private void writeGroup(int number, JsonLines json) {
        PackingGroup group = groups.get(number);
        if (names != null && askedAs.get(number) >= 0) {
            json.field("name", levels.get(askedAs.get(number)).group().toString());
        }
        if (parents.get(number) >= 0) {
            json.field("parent", parents.get(number));
        }
        json.field("minimum", group.minimum());
        if (group.children().isEmpty()) {
            json.list("classes", group.classes(), json::item);
        }
        writeLabelOf(group.domainOf(), json);
    }

    private void writeLabelOf(int @Nullable [] domainOf, JsonLines json) {
        Integer label = label(domainOf);
        if (label != null) {
            json.field("label", label);
        }
    }

    private static String ranges(List<Integer> nodes) {
        return NodeSet.of(nodes.stream().mapToInt(Integer::intValue).toArray()).toString();
    }
}
