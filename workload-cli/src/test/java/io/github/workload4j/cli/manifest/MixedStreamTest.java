package io.github.workload4j.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Traced;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.ManifestEditor;
import io.github.workload4j.api.edit.ManifestStream;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestPart;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.PodTemplates;
import io.github.workload4j.testkit.Manifests;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Streams of documents of all kinds, with comments anywhere, converted in their text. */
class MixedStreamTest {

    private static final List<String> FOREIGN = List.of(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: { name:  x }\ndata:\n  a: |\n    # no comment\n    b\n",
            "{{- if .Values.on }}\nkind: X\n{{- end }}\n",
            "# nothing but a comment\n",
            "kind:   Deployment\napiVersion: apps/v1\nmetadata: &m\n    name: d\nspec: {template: {metadata: *m, spec:"
                    + " {containers: [ ]}}}\n",
            "{\"apiVersion\": \"v1\",\t\"kind\": \"Node\", \"metadata\": {\"name\": \"n\"}}\n",
            "a: 'it''s'\nb: \"#\" # yes\n...\n",
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: 7}]}\n");

    private static final String TEMPLATE = """
            apiVersion: example.com/v1
            kind: Fleet
            metadata: {name: f, namespace: ns}
            spec:
              ship:
                spec:
                  containers: []
                  workloadRef:
                    name: w
                    podGroup: g
            """;
    private static final String OLD = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: w, namespace: ns}
            spec:
              podGroups:
              - name: g
                policy: {gang: {minCount: 2}}
            """;

    @Provide
    Arbitrary<ApiObject> objects() {
        return Arbitraries.of(ApiVersion.values())
                .flatMap(version -> Manifests.valid().scheduling(version));
    }

    @Provide
    Arbitrary<List<ApiObject>> some() {
        return objects().list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(seed = "17")
    void onlyWhatMustChangeChanges(@ForAll("some") List<ApiObject> objects, @ForAll Random random) {
        check(objects, random, ApiVersion.values()[random.nextInt(ApiVersion.values().length)]);
    }

    @Test
    void twoThousandDocuments() {
        List<ApiObject> objects = Manifests.valid()
                .scheduling(ApiVersion.V1ALPHA3)
                .list()
                .ofSize(500)
                .sample();
        check(objects, new Random(17), ApiVersion.V1BETA1);
    }

    private static void check(List<ApiObject> objects, Random random, ApiVersion to) {
        List<String> documents = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (ApiObject object : objects) {
            documents.add(commented(ManifestWriter.yaml().write(object), documents.size(), random));
            for (int i = random.nextInt(7); i > 0; i--) {
                String foreign = FOREIGN.get(random.nextInt(FOREIGN.size()));
                documents.add(foreign);
                untouched.add(foreign);
            }
        }
        documents.add(commented(OLD, documents.size(), random));
        documents.add(commented(TEMPLATE, documents.size(), random));
        String before = String.join("---\n", documents);

        Edited edited =
                ManifestEditor.of(Conversion.to(to)).edit(List.of(new ManifestStream("x", before.getBytes(UTF_8))));
        String after = new String(edited.streams().get(0).after(), UTF_8);

        int at = 0;
        for (String foreign : untouched) {
            int found = after.indexOf(foreign, at);
            assertThat(found).as("%s in%n%s", foreign, after).isNotNegative();
            at = found + foreign.length();
        }
        String diff = LineDiff.of("x", before, after);
        String patched = diff.isEmpty() ? before : Patch.applied(diff, before);
        assertThat(patched).isEqualTo(after);
        assertThat(groups(ManifestReader.strict().read(patched)))
                .isEqualTo(Conversion.to(to)
                        .takingObjectsAsWhole()
                        .convert(groupsAndPods(ManifestReader.strict().read(before)))
                        .objects()
                        .stream()
                        .filter(SchedulingObject.class::isInstance)
                        .toList());
        for (int i : kept(before, edited, to)) {
            Matcher comment = Pattern.compile("# c" + i + "-\\d+\n").matcher(before);
            while (comment.find()) {
                assertThat(after).contains(comment.group());
            }
        }
    }

    /** {@return the documents that are still there, and were not written anew} */
    private static List<Integer> kept(String before, Edited edited, ApiVersion to) {
        List<Document> documents = ManifestReader.strict().read(before);
        Map<ApiObject, Integer> indexes = new IdentityHashMap<>();
        List<ApiObject> groups = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Decoded decoded && decoded.object() instanceof SchedulingObject group) {
                groups.add(group);
                indexes.put(group, document.index());
            }
        }
        Traced traced = Conversion.to(to).takingObjectsAsWhole().trace(groups);
        Set<Integer> kept = new TreeSet<>();
        List<ApiObject> made = List.copyOf(traced.converted().objects());
        for (int i = 0; i < made.size(); i++) {
            ApiObject source = traced.sources().get(i);
            if (made.get(i).kind().equals(source.kind())) {
                kept.add(indexes.get(source));
            }
        }
        edited.notes().forEach(note -> kept.remove(note.document().index()));
        return List.copyOf(kept);
    }

    /** Adds comments to a text, on lines of their own and at the ends of lines. */
    private static String commented(String text, int document, Random random) {
        StringBuilder commented = new StringBuilder();
        int count = 0;
        for (String line : text.split("\n")) {
            if (random.nextInt(5) == 0) {
                commented
                        .append(line, 0, line.length() - line.stripLeading().length())
                        .append("# c" + document + "-" + count++ + "\n");
            }
            commented.append(line).append(random.nextInt(4) == 0 ? " # c" + document + "-" + count++ : "");
            commented.append('\n');
        }
        return commented.toString();
    }

    private static List<ApiObject> groups(List<Document> documents) {
        return groupsAndPods(documents).stream()
                .filter(SchedulingObject.class::isInstance)
                .toList();
    }

    private static List<ApiObject> groupsAndPods(List<Document> documents) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Decoded decoded && decoded.object() instanceof SchedulingObject group) {
                objects.add(group);
                continue;
            }
            ObjectMeta names = ObjectMeta.of(document.namespace(), document.name());
            PodTemplates templates = document.content().map(PodTemplates::of).orElse(PodTemplates.NONE);
            templates.specs().forEach(spec -> {
                PodSpec read = spec.read(ManifestPart.POD_SPEC, fault -> {});
                if (read.workloadRef() != null) {
                    objects.add(new Pod(
                            names,
                            PodSpec.builder().workloadRef(read.workloadRef()).build(),
                            PodStatus.EMPTY));
                }
            });
        }
        return objects;
    }
}
