package io.github.workload4j.cli.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.question.GroupQuestion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with the question in numbers that it is about, as {@code docs/certificates.md} specifies: what a
 * stranger needs to check it. Nodes with the same free amounts are one row, sets of nodes are ranges, every name is
 * there once.
 */
public final class ProblemJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Packing packing;
    private final @Nullable GroupQuestion names;

    private final List<NamedPodClass> kinds;
    private final List<GroupNode> levels;

    /** Different labels, by the domain of each node. */
    private final Map<IntBuffer, Integer> labels = new LinkedHashMap<>();

    private final List<PackingGroup> groups = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();

    private ProblemJson(Packing packing, @Nullable GroupQuestion names) {
        this.packing = packing;
        this.names = names;
        this.kinds = names == null ? List.of() : names.podClasses();
        this.levels = names == null ? List.of() : names.groups();
        add(packing.root(), -1);
        groups.forEach(group -> label(group.domainOf()));
        packing.conflicts().forEach(conflict -> label(conflict.domainOf()));
    }

    private void add(PackingGroup group, int parent) {
        int number = groups.size();
        groups.add(group);
        parents.add(parent);
        group.children().forEach(child -> add(child, number));
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
    static String of(GroupQuestion question, Evidence.Certified evidence, int atLeast, @Nullable LeafSums sums) {
        Certificate certificate = evidence.certificate();
        String proof = sums == null ? certificate.toJson() : certificate.toJson(sums);
        return write(evidence.packing(), question, proof, atLeast, evidence.relaxed());
    }

    /** {@return a certificate of a question in which nothing has a name} */
    public static String of(Packing packing, Certificate certificate, int atLeast) {
        return write(packing, null, certificate.toJson(), atLeast, false);
    }

    private static String write(
            Packing packing, @Nullable GroupQuestion names, String proof, int atLeast, boolean relaxed) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("atLeast", atLeast);
            json.writeBooleanField("relaxed", relaxed);
            json.writeObjectFieldStart("problem");
            new ProblemJson(packing, names).write(json);
            json.writeEndObject();
            json.writeFieldName("proof");
            json.writeRawValue(proof);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("resources");
        for (int r = 0; r < packing.nodes().resources(); r++) {
            json.writeString(names == null ? "r" + r : names.resources().get(r));
        }
        json.writeEndArray();
        writeNodes(packing.nodes(), json);
        json.writeArrayFieldStart("classes");
        for (int j = 0; j < packing.classes().size(); j++) {
            write(packing.classes().get(j), j, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("labels");
        List<PackingGroup> asked = names == null ? List.of() : new ProblemJson(names.packing(), null).groups;
        for (IntBuffer domainOf : labels.keySet()) {
            writeLabel(domainOf.array(), asked, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicts");
        for (Conflict conflict : packing.conflicts()) {
            json.writeStartObject();
            json.writeNumberField("a", conflict.a());
            json.writeNumberField("b", conflict.b());
            writeLabelOf(conflict.domainOf(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("groups");
        for (int g = 0; g < groups.size(); g++) {
            writeGroup(g, json);
        }
        json.writeEndArray();
    }

    private void writeNodes(PackingNodes nodes, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("nodes");
        json.writeNumberField("count", nodes.count());
        if (names != null) {
            json.writeArrayFieldStart("names");
            for (int n = 0; n < nodes.count(); n++) {
                json.writeString(names.snapshot().node(n).metadata().name());
            }
            json.writeEndArray();
        }
        Map<List<Long>, List<Integer>> kinds = new LinkedHashMap<>();
        for (int n = 0; n < nodes.count(); n++) {
            int node = n;
            List<Long> free = IntStream.range(0, nodes.resources())
                    .mapToObj(r -> nodes.free(r, node))
                    .toList();
            kinds.computeIfAbsent(free, any -> new ArrayList<>()).add(n);
        }
        json.writeArrayFieldStart("kinds");
        for (Map.Entry<List<Long>, List<Integer>> kind : kinds.entrySet()) {
            json.writeStartObject();
            json.writeArrayFieldStart("free");
            for (long free : kind.getKey()) {
                json.writeNumber(free);
            }
            json.writeEndArray();
            json.writeStringField("nodes", ranges(kind.getValue()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(PodClass podClass, int number, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (names != null) {
            json.writeArrayFieldStart("pods");
            for (var pod : kinds.get(number).pods()) {
                json.writeString(pod.metadata().name());
            }
            json.writeEndArray();
        }
        json.writeNumberField("count", podClass.count());
        json.writeArrayFieldStart("request");
        for (long asked : podClass.request()) {
            json.writeNumber(asked);
        }
        json.writeEndArray();
        if (podClass.eligible() != null) {
            List<Integer> nodes = IntStream.range(0, packing.nodes().count())
                    .filter(podClass::mayUse)
                    .boxed()
                    .toList();
            json.writeStringField("nodes", ranges(nodes));
        }
        if (podClass.maxPerNode() < Integer.MAX_VALUE) {
            json.writeNumberField("maxPerNode", podClass.maxPerNode());
        }
        if (podClass.min() > 0) {
            json.writeNumberField("min", podClass.min());
        }
        json.writeEndObject();
    }

    private void writeLabel(int[] domainOf, List<PackingGroup> asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        GroupNode bound = boundBy(domainOf, asked);
        if (bound != null) {
            json.writeStringField("key", bound.topologyKey());
            json.writeArrayFieldStart("values");
            for (String value : bound.domains()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        Map<Integer, List<Integer>> byDomain = new TreeMap<>();
        for (int n = 0; n < domainOf.length; n++) {
            byDomain.computeIfAbsent(domainOf[n], any -> new ArrayList<>()).add(n);
        }
        byDomain.remove(-1);
        int domains = byDomain.keySet().stream().mapToInt(d -> d + 1).max().orElse(0);
        json.writeArrayFieldStart("domains");
        for (int d = 0; d < domains; d++) {
            json.writeString(ranges(byDomain.getOrDefault(d, List.of())));
        }
        json.writeEndArray();
        json.writeEndObject();
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

    private void writeGroup(int number, JsonGenerator json) throws IOException {
        PackingGroup group = groups.get(number);
        json.writeStartObject();
        if (names != null) {
            json.writeStringField("name", levels.get(number).group().toString());
        }
        if (parents.get(number) >= 0) {
            json.writeNumberField("parent", parents.get(number));
        }
        json.writeNumberField("minimum", group.minimum());
        if (group.children().isEmpty()) {
            json.writeArrayFieldStart("classes");
            for (int podClass : group.classes()) {
                json.writeNumber(podClass);
            }
            json.writeEndArray();
        }
        writeLabelOf(group.domainOf(), json);
        json.writeEndObject();
    }

    private void writeLabelOf(int @Nullable [] domainOf, JsonGenerator json) throws IOException {
        Integer label = label(domainOf);
        if (label != null) {
            json.writeNumberField("label", label);
        }
    }

    private static String ranges(List<Integer> nodes) {
        return NodeSet.of(nodes.stream().mapToInt(Integer::intValue).toArray()).toString();
    }
}
