package io.github.workload4j.api.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.text.CursorDump;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.yaml.YamlTrees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an item of a list, or unusual about it, is said of that item, and nothing else changes. */
class FaultyItemsTest {

    /** Fields of a pod, good ones and others, as YAML of their own. */
    private static final List<String> FIELDS = List.of(
            "spec: {}\n",
            "spec:\n  nodeName: node\n",
            "spec:\n  containers:\n  - name: c\n    resources:\n      requests:\n        cpu: 1\n",
            "spec:\n  containers:\n  - name: c\n    resources:\n      requests:\n        cpu: 1Gx\n"
                    + "        memory: [1]\n",
            "spec:\n  nodeName: 1.10\n",
            "spec:\n  nodeName: \u00fc\n  \"gr\u00fcn\": 1\n  nodeName: b\n",
            "spec:\n  \"gr\u00fcn\": {}\n  priority: 4.7\n",
            "spec:\n- a\n",
            "spec:\nstatus: no\n",
            "spec:\n  tolerations: [{key: a, operator: Exists}, {key: 7}]\n",
            "spec:\n  nodeName: &n node\n  schedulerName: *n\n",
            "spec:\n  nodeName: \"\\x41 \n\n    b\"\n",
            "spec:\n  nodeName: >-\n    a\n    b\n\n  priority: no\n",
            "spec:\n  nodeName:\ta\n",
            "spec: !!map\n  priority: 1_000\n",
            "spec:\n  << : {priority: 7}\n",
            "spec:\n  ? nodeName\n  : a\n",
            "spec:\n  nodeName: a\n    b\n  # c\n",
            "spec:\n  containers:\n  -\n    - a\n",
            "apiVersion: v1\n",
            "kind: Pod\nspec: 7\n",
            "kind:\n");

    private static final List<String> HEADS = List.of(
            "apiVersion: v1\nkind: Pod\n",
            "apiVersion: v1\nkind: Pod\n",
            "apiVersion: v1\nkind: Pod\n",
            "kind: Pod\napiVersion: v1\n",
            "apiVersion: v1\n",
            "apiVersion: v1\nkind: Service\n",
            "apiVersion: scheduling.k8s.io/v1beta1\nkind: Worklod\n",
            "apiVersion: scheduling.k8s.io/v1beta1\nkind: Workload\n",
            "apiVersion: v1\nkind: 7\n");

    private static final List<String> METADATA = List.of(
            "metadata:\n  name: a\n",
            "metadata:\n  name: b\n  labels:\n    x: z\n",
            "metadata:\n  name: 7\n",
            "metadata:\n  nmae: a\n",
            "metadata:\n  name: a\n  labels:\n    x: 1\n    x: z\n",
            "metadata: {name: a}\n",
            "metadata: a\n");

    private static String yamlItem(Random random) {
        boolean good = random.nextInt(3) == 0;
        String head = HEADS.get(random.nextInt(good ? 3 : HEADS.size()));
        String metadata = METADATA.get(random.nextInt(good ? 2 : METADATA.size()));
        String fields = FIELDS.get(random.nextInt(good ? 3 : FIELDS.size()));
        return random.nextInt(8) == 0 ? metadata + fields + head : head + metadata + fields;
    }

    /** {@return the same values as JSON, as far as JSON has them} */
    private static String jsonItem(Random random) {
        while (true) {
            String yaml = yamlItem(random);
            try {
                TreeBuilder builder = new TreeBuilder(TreeLimits.DEFAULT, (list, index, item) -> {});
                YamlTrees trees = YamlTrees.of(CursorDump.chunk(yaml.getBytes(StandardCharsets.UTF_8)), Set.of());
                while (trees.step(builder)) {
                    // The builder has it.
                }
                return json(builder.root(), random);
            } catch (SyntaxFault e) {
                continue;
            }
        }
    }

    private static String json(Tree tree, Random random) {
        String blank = List.of("", "", "", " ", "\n", "\r\n  ").get(random.nextInt(6));
        if (tree instanceof Tree.Mapping mapping) {
            return mapping.fields().stream()
                    .map(field -> blank + "\"" + field.name() + "\":" + blank + json(field.value(), random))
                    .collect(joining(",", "{", blank + "}"));
        }
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> json(item, random))
                    .collect(joining("," + blank, "[" + blank, "]"));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return switch (scalar.type()) {
            case TEXT -> "\"" + scalar.text().replace("\n", "\\n") + "\"";
            case NULL -> "null";
            default -> scalar.text();
        };
    }

    /**
     * All that a reader says of an item, its places moved by some lines and columns, the latter on its first lines
     * only.
     */
    private static String said(Document document, int lines, int columns, int columnLines) {
        String what = document.apiVersion() + " " + document.kind() + " " + document.namespace() + "/" + document.name()
                + " " + (document.line() + lines) + " ";
        if (document instanceof Undecodable bad) {
            return what + bad.stage() + moved(bad.faults(), lines, columns, columnLines);
        }
        if (document instanceof Decoded good) {
            FieldPath name = FieldPath.root("metadata").child("name");
            return what
                    + good.object()
                    + moved(good.warnings(), lines, columns, columnLines)
                    + document.locate(name).map(at -> at.line() + lines).orElse(0);
        }
        return what + ((Skipped) document).reason();
    }

    private static String moved(List<Fault> faults, int lines, int columns, int columnLines) {
        return faults.stream()
                .map(fault -> fault.type()
                        + " " + fault.path()
                        + " " + (fault.position().line() + lines)
                        + ":"
                        + (fault.position().column() + (fault.position().line() <= columnLines ? columns : 0))
                        + " " + detail(fault, lines)
                        + " " + fault.hint())
                .toList()
                .toString();
    }

    /** The detail of a field written twice names a line. */
    private static String detail(Fault fault, int lines) {
        String first = "first on line ";
        int at = fault.detail().indexOf(first);
        return at < 0
                ? fault.detail()
                : first + (Integer.parseInt(fault.detail().substring(at + first.length())) + lines);
    }

    private static List<Document> read(ManifestReader reader, String text, boolean stream) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!stream) {
            return reader.read(bytes);
        }
        List<Document> documents = new ArrayList<>();
        try {
            reader.read(new ByteArrayInputStream(bytes), documents::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return documents;
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static ManifestReader reader(Random random) {
        return random.nextBoolean() ? ManifestReader.strict() : ManifestReader.lenient();
    }

    private static void requireSaid(List<Document> documents, List<String> alone, String text) {
        List<Document> inOrder = new ArrayList<>(documents);
        inOrder.sort(Comparator.comparing(Document::item)); // Those wait that do not say what they are.
        assertThat(inOrder.stream().map(document -> said(document, 0, 0, 0)))
                .as(text)
                .containsExactlyElementsOf(alone);
    }

    @Property(tries = 1200, seed = "20261125")
    void itemsOfYamlReadLikeDocumentsOfTheirOwn(@ForAll long seed) {
        Random random = new Random(seed);
        ManifestReader reader = reader(random);
        int indent = 2 * random.nextInt(2);
        StringBuilder list = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        List<String> alone = new ArrayList<>();
        for (int item = 1 + random.nextInt(6); item > 0; item--) {
            list.append(List.of("", "", "", "# c\n", "\n", "      # \u00fc\n").get(random.nextInt(6)));
            String yaml = yamlItem(random);
            int lines = lineBreaks(list.toString());
            String margin = " ".repeat(indent + 2);
            list.append((margin + yaml.replaceAll("\n(?!\n|$)", "\n" + margin)).replaceFirst("  (\\S)", "- $1"));
            alone.add(said(read(reader, yaml, false).get(0), lines, indent + 2, Integer.MAX_VALUE));
        }
        String text = list + "metadata:\n  resourceVersion: \"\"\n";
        requireSaid(read(reader, text, random.nextBoolean()), alone, text);
    }

    @Property(tries = 1200, seed = "20261125")
    void itemsOfJsonReadLikeDocumentsOfTheirOwn(@ForAll long seed) {
        Random random = new Random(seed);
        ManifestReader reader = reader(random);
        StringBuilder list = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"metadata\":{},\"items\":[");
        List<String> alone = new ArrayList<>();
        for (int item = random.nextInt(6); item >= 0; item--) {
            String json = jsonItem(random);
            int lines = lineBreaks(list.toString());
            int columns = list.length() - list.lastIndexOf("\n") - 1;
            list.append(json)
                    .append(item == 0 ? "]}" : List.of(",", ",\n", " ,\n\n ").get(random.nextInt(3)));
            alone.add(said(read(reader, json, false).get(0), lines, columns, 1));
        }
        requireSaid(read(reader, list.toString(), random.nextBoolean()), alone, list.toString());
    }

    /** Read in pieces, through a window that has to go back to where a large item starts. */
    @Property(tries = 12, seed = "20261125")
    void aLargeListInPiecesReadsTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        boolean json = random.nextBoolean();
        StringBuilder list = new StringBuilder(
                json ? "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" : "apiVersion: v1\nkind: List\nitems:\n");
        for (int item = 0; list.length() < 300_000; item++) {
            String note = "\u00fc".repeat(random.nextInt(random.nextInt(4) == 0 ? 90_000 : 900));
            if (json) {
                list.append(item == 0 ? "" : ",").append("{\"kind\":\"Pod\",\"note\":\"" + note + "\",\"spec\":");
                list.append(jsonItem(random)).append(",\"apiVersion\":\"v1\"}");
            } else {
                String fields = "note: " + note + "\n" + yamlItem(random);
                list.append("- ").append(fields.replaceAll("\n(?!\n|$)", "\n  "));
            }
        }
        String text = list.append(json ? "]}" : "").toString();
        ManifestReader reader = reader(random);
        List<Document> documents = read(reader, text, true);
        assertThat(documents).hasSizeGreaterThan(3);
        assertThat(documents.stream().map(document -> said(document, 0, 0, 0)))
                .containsExactlyElementsOf(read(reader, text, false).stream()
                        .map(document -> said(document, 0, 0, 0))
                        .toList());
    }

    private static final String LIST = """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          metadata:
            name: &first a
        - apiVersion: v1
          kind: Pod
          metadata:
            name: b
        - apiVersion: v1
          kind: Pod
          metadata:
            name: c
            namespace: *%s
        - apiVersion: v1
          kind: Pod
          metadata:
            name: d
        """;

    private static List<String> names(String yaml) {
        return ManifestReader.strict().read(yaml).stream()
                .map(document -> document instanceof Undecodable bad
                        ? document.item() + " " + bad.faults().get(0)
                        : document.namespace() + "/" + document.name())
                .toList();
    }

    /** To SnakeYAML these lines are blank, so the item goes on after them. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \r", "\r", "\u0085", " \u2028", "\u2029", "# c"})
    void anItemGoesOnAfterABlankLineHoweverItEnds(String blank) {
        String list =
                LIST.formatted("first").replace("  metadata:\n    name: b", "  metadata:\n" + blank + "\n     name: b");
        assertThat(names(list)).containsExactly("/a", "/b", "a/c", "/d");
    }

    @Test
    void anItemThatBreaksOffIsNotHandedOut() {
        String list = LIST.formatted("first").replace("  metadata:\n    name: b", "  metadata:\n\t\n     name: b");
        assertThat(names(list)).hasSize(2).startsWith("/a").last().asString().startsWith("-1 11:1: ");
    }

    @Test
    void whatOneItemAnchorsAnotherOneMayStandFor() {
        assertThat(names(LIST.formatted("first"))).containsExactly("/a", "/b", "a/c", "/d");
    }

    @Test
    void whatNoItemAnchorsEndsTheList() {
        assertThat(names(LIST.formatted("none")))
                .containsExactly("/a", "/b", "-1 16:16: no value is anchored as `&none`");
    }

    @Test
    void aliasesOfAllItemsCountTogether() {
        ManifestReader reader = ManifestReader.strict().withLimits(new Limits(1 << 20, 20, 2));
        String alias = "- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: *first\n";
        assertThat(reader.read(LIST.formatted("first") + alias)).hasSize(5).allMatch(Decoded.class::isInstance);
        assertThat(reader.read(LIST.formatted("first") + alias + alias))
                .hasSize(6)
                .last()
                .satisfies(document -> assertThat(
                                ((Undecodable) document).faults().get(0).type())
                        .isEqualTo(Fault.Type.LIMIT));
    }

    @Test
    void tabsOfAllItemsCountTogether() {
        String item = "- apiVersion: v1\n  kind:\tPod\n  metadata:\n    name: a\n";
        String list = "apiVersion: v1\nkind: List\nitems:\n";
        assertThat(ManifestReader.strict().read(list + item.repeat(100)))
                .hasSize(100)
                .allMatch(Decoded.class::isInstance);
        assertThat(ManifestReader.strict().read(list + item.repeat(101))).last().isInstanceOf(Undecodable.class);
    }
}
