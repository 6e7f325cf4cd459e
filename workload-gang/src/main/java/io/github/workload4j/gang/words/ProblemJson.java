package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
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
        ClaimedDevices devices = question.claimedDevices().orElse(null);
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
        json.startList("resources");
        List<String> resources = names == null ? List.of() : names.resourcesOf(packing);
        for (int r = 0; r < packing.nodes().resources(); r++) {
            json.item(names == null ? "r" + r : resources.get(r));
        }
        json.endList();
        writeNodes(packing.nodes(), json);
        json.startList("classes");
        for (int j = 0; j < packing.classes().size(); j++) {
            write(packing.classes().get(j), j, json);
        }
        json.endList();
        json.startList("labels");
        List<PackingGroup> asked =
                names == null ? List.of() : new ProblemJson(names.packing(), null, null, voice).groups;
        for (IntBuffer domainOf : labels.keySet()) {
            writeLabel(domainOf.array(), asked, json);
        }
        json.endList();
        json.startList("conflicts");
        for (Conflict conflict : packing.conflicts()) {
            json.startObject(null);
            json.field("a", conflict.a());
            json.field("b", conflict.b());
            writeLabelOf(conflict.domainOf(), json);
            json.endObject();
        }
        json.endList();
        json.startList("groups");
        for (int g = 0; g < groups.size(); g++) {
            writeGroup(g, json);
        }
        json.endList();
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
        json.startList("limits");
        for (SharedLimit limit : packing.limits()) {
            json.startObject(null);
            json.startList("amounts");
            for (long amount : limit.amounts()) {
                json.item(amount);
            }
            json.endList();
            json.field("nodes", ranges(nodes(limit::concerns)));
            json.field("atMost", limit.atMost());
            json.endObject();
        }
        json.endList();
    }

    private void writeSpreads(JsonLines json) {
        if (packing.spreads().isEmpty()) {
            return;
        }
        json.startList("spreads");
        for (EvenSpread spread : packing.spreads()) {
            json.startObject(null);
            json.startList("classes");
            spread.classes().forEach(json::item);
            json.endList();
            writeLabelOf(spread.domainOf(), json);
            json.startList("counts");
            for (int count : spread.counts()) {
                json.item(count);
            }
            json.endList();
            json.startList("maxSkews");
            spread.maxSkews().forEach(json::item);
            json.endList();
            json.endObject();
        }
        json.endList();
    }

    private List<Integer> nodes(IntPredicate some) {
        return IntStream.range(0, packing.nodes().count()).filter(some).boxed().toList();
    }

    private void writeNodes(PackingNodes nodes, JsonLines json) {
        json.startObject("nodes");
        json.field("count", nodes.count());
        if (names != null) {
            json.startList("names");
            for (int n = 0; n < nodes.count(); n++) {
                json.item(voice.node(names.snapshot().node(n).metadata().name()));
            }
            json.endList();
        }
        Map<List<Long>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int n = 0; n < nodes.count(); n++) {
            int node = n;
            List<Long> free = IntStream.range(0, nodes.resources())
                    .mapToObj(r -> nodes.free(r, node))
                    .toList();
            kinds.computeIfAbsent(free, any -> new ArrayList<>()).add(n);
        }
        json.startList("kinds");
        for (Map.Entry<List<Long>, List<Integer>> kind : kinds.entrySet()) {
            json.startObject(null);
            json.startList("free");
            for (long free : kind.getKey()) {
                json.item(free);
            }
            json.endList();
            json.field("nodes", ranges(kind.getValue()));
            json.endObject();
        }
        json.endList();
        json.endObject();
    }

    private void write(PodClass podClass, int number, JsonLines json) {
        json.startObject(null);
        if (names != null) {
            json.startList("pods");
            for (var pod : kinds.get(number).pods()) {
                json.item(voice.member(pod.metadata().name()));
            }
            json.endList();
        }
        json.field("count", podClass.count());
        json.startList("request");
        for (long asked : podClass.request()) {
            json.item(asked);
        }
        json.endList();
        if (podClass.eligible() != null) {
            json.field("nodes", ranges(nodes(podClass::mayUse)));
        }
        if (podClass.maxPerNode() < Integer.MAX_VALUE) {
            json.field("maxPerNode", podClass.maxPerNode());
        }
        if (podClass.min() > 0) {
            json.field("min", podClass.min());
        }
        json.endObject();
    }

    private void writeLabel(int[] domainOf, List<PackingGroup> asked, JsonLines json) {
        json.startObject(null);
        GroupNode bound = boundBy(domainOf, asked);
        if (bound != null) {
            json.field("key", bound.topologyKey());
            json.startList("values");
            for (String value : bound.domains()) {
                json.item(value);
            }
            json.endList();
        }
        Map<Integer, List<Integer>> byDomain = new TreeMap<>();
        for (int n = 0; n < domainOf.length; n++) {
            byDomain.computeIfAbsent(domainOf[n], any -> new ArrayList<>()).add(n);
        }
        byDomain.remove(-1);
        int domains = byDomain.keySet().stream().mapToInt(d -> d + 1).max().orElse(0);
        json.startList("domains");
        for (int d = 0; d < domains; d++) {
            json.item(ranges(byDomain.getOrDefault(d, List.of())));
        }
        json.endList();
        json.endObject();
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
        json.startObject(null);
        if (names != null && askedAs.get(number) >= 0) {
            json.field("name", levels.get(askedAs.get(number)).group().toString());
        }
        if (parents.get(number) >= 0) {
            json.field("parent", parents.get(number));
        }
        json.field("minimum", group.minimum());
        if (group.children().isEmpty()) {
            json.startList("classes");
            for (int podClass : group.classes()) {
                json.item(podClass);
            }
            json.endList();
        }
        writeLabelOf(group.domainOf(), json);
        json.endObject();
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
