package io.github.workload4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.EditedStream;
import io.github.workload4j.api.edit.ManifestEditor;
import io.github.workload4j.api.edit.ManifestStream;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text that is edited says what the conversion of its objects makes, and nothing else of it changes. */
class EditPropertiesTest {

    private static final String FOREIGN = """
            # not ours
            apiVersion: v1
            kind:   ConfigMap
            metadata: {name: "odd",   labels: { } }
            data:
              text: |
                apiVersion: scheduling.k8s.io/v1alpha1
                workloadRef: {name: a, podGroup: b}

            """;

    record Case(List<ApiObject> objects, ApiVersion from, ApiVersion to, long seed) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ApiVersion> versions = Arbitraries.of(ApiVersion.class);
        return versions.flatMap(from -> Combinators.combine(Manifests.valid().sets(from), versions, Arbitraries.longs())
                .as((objects, to, seed) -> new Case(objects, from, to, seed)));
    }

    private static String text(List<? extends ApiObject> objects, Random random) {
        StringBuilder text = new StringBuilder();
        for (ApiObject object : objects) {
            text.append(random.nextInt(3) == 0 ? FOREIGN + "---\n" : "");
            text.append(new HandwrittenYaml(random).write(object)).append("---\n");
        }
        String all = text.append(FOREIGN).toString();
        return random.nextInt(4) == 0 ? all.replace("\n", "\r\n") : all;
    }

    private static Edited edit(String text, ApiVersion to) {
        return ManifestEditor.of(Conversion.to(to)).edit(List.of(new ManifestStream("x.yaml", text.getBytes(UTF_8))));
    }

    private static String after(Edited edited) {
        return new String(edited.streams().get(0).after(), UTF_8);
    }

    private static List<ApiObject> objects(List<Document> documents) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Decoded decoded) {
                objects.add(decoded.object());
            }
        }
        return objects;
    }

    @Property(seed = "17")
    void sayWhatTheConversionMakes(@ForAll("cases") Case given) {
        String before = text(given.objects, new Random(given.seed));
        List<ApiObject> read = objects(ManifestReader.strict().read(before));
        assertThat(read).hasSameSizeAs(given.objects);
        Edited edited = edit(before, given.to);
        List<ApiObject> expected = Conversion.to(given.to).convert(read).objects();
        assertThat(edited.notes()).as(before).isEmpty();
        assertThat(objects(ManifestReader.strict().read(after(edited)))).containsExactlyElementsOf(expected);
    }

    @Property(seed = "18")
    void changeNothingTheSecondTime(@ForAll("cases") Case given) {
        String once = after(edit(text(given.objects, new Random(given.seed)), given.to));
        EditedStream twice = edit(once, given.to).streams().get(0);
        assertThat(new String(twice.after(), UTF_8)).isEqualTo(once);
    }

    @Property(seed = "19")
    void passOtherDocumentsThrough(@ForAll("cases") Case given) {
        String before = text(given.objects, new Random(given.seed));
        String foreign = before.contains("\r\n") ? FOREIGN.replace("\n", "\r\n") : FOREIGN;
        String after = after(edit(before, given.to));
        assertThat(after.split(Pattern.quote(foreign), -1)).hasSameSizeAs(before.split(Pattern.quote(foreign), -1));
    }

    @Provide
    Arbitrary<Workload> workloads() {
        return Manifests.valid()
                .workloads(ApiVersion.V1ALPHA3)
                .filter(workload -> workload.spec().compositePodGroupTemplates().isEmpty());
    }

    @Property(seed = "20")
    void changeOnlyTheVersionBetweenTheVersionsThatAreAlike(@ForAll("workloads") Workload workload, @ForAll long seed) {
        String before = text(List.of(workload, workload), new Random(seed));
        String after = after(edit(before, ApiVersion.V1BETA1));
        assertThat(after).isEqualTo(before.replace("scheduling.k8s.io/v1alpha3", "scheduling.k8s.io/v1beta1"));
    }

    @Provide
    Arbitrary<Workload> oldWorkloads() {
        return Manifests.valid().workloads(ApiVersion.V1ALPHA1);
    }

    @Property(seed = "21")
    void changeOnlyNamesOfFieldsWhereOnlyNamesDiffer(@ForAll("oldWorkloads") Workload workload, @ForAll long seed) {
        String before = text(List.of(workload), new Random(seed));
        int end = before.lastIndexOf("# not ours");
        int start = before.startsWith("# not ours") ? before.indexOf("---") : 0;
        String ours = before.substring(start, end)
                .replaceAll("\\bpodGroups\\b(?=['\"]?\\s*:)", "podGroupTemplates")
                .replaceAll("\\bpolicy\\b(?=['\"]?\\s*:)", "schedulingPolicy")
                .replace("scheduling.k8s.io/v1alpha1", "scheduling.k8s.io/v1alpha2");
        String expected = before.substring(0, start) + ours + before.substring(end);
        assertThat(after(edit(before, ApiVersion.V1ALPHA2))).isEqualTo(expected);
    }

    @Property(seed = "22")
    void convertTemplatesAsPods(@ForAll("cases") Case given) {
        String before = text(given.objects, new Random(given.seed));
        StringBuilder jobs = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        List<ApiObject> read = objects(ManifestReader.strict().read(before));
        List<ApiObject> converted = Conversion.to(given.to).convert(read).objects();
        for (ApiObject object : converted) {
            expected.append(
                    object instanceof Pod pod
                            ? pod.spec().schedulingGroup() + "" + pod.spec().workloadRef()
                            : "");
        }
        for (Document document : ManifestReader.strict().read(before)) {
            if (document instanceof Decoded decoded && decoded.object() instanceof Pod pod) {
                jobs.append("---\napiVersion: example.com/v1\nkind: Crew\nmetadata: {name: x, namespace: \"")
                        .append(pod.metadata().namespace())
                        .append("\"}\nspec:\n  crew:\n  - template: {spec: ")
                        .append(document.content()
                                .orElseThrow()
                                .field("spec")
                                .json()
                                .replace("{", "{ "))
                        .append("}\n");
            }
        }
        Edited edited = edit(before + jobs, given.to);
        StringBuilder found = new StringBuilder();
        for (Document document : ManifestReader.strict().read(after(edited))) {
            if (document.kind().equals("Crew")) {
                String spec = document.content()
                        .orElseThrow()
                        .field("spec")
                        .field("crew")
                        .items()
                        .get(0)
                        .field("template")
                        .field("spec")
                        .json();
                Document pod = ManifestReader.lenient()
                        .read("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"x\"},\"spec\":" + spec
                                + "}")
                        .get(0);
                Pod read2 = (Pod) ((Decoded) pod).object();
                found.append(read2.spec().schedulingGroup() + "" + read2.spec().workloadRef());
            }
        }
        assertThat(found.toString()).isEqualTo(expected.toString());
    }

    @Property(seed = "23")
    void brokenTextsNeitherFailNorLoseAnything(@ForAll("cases") Case given) {
        Random random = new Random(given.seed);
        byte[] bytes = text(given.objects, random).getBytes(UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) "{}[]:-#&*'\"\n\t |a\u00e4".charAt(random.nextInt(17));
        }
        List<Document> before = ManifestReader.strict().read(bytes);
        Edited edited = ManifestEditor.of(Conversion.to(given.to)).edit(List.of(new ManifestStream("x.yaml", bytes)));
        if (edited.notes().stream().allMatch(note -> note.isConverted())) {
            List<Document> after =
                    ManifestReader.strict().read(edited.streams().get(0).after());
            List<ApiObject> expected =
                    Conversion.to(given.to).convert(objects(before)).objects();
            // a broken kind may be one with a pod template, which asks for PodGroups of its own
            boolean templates = before.stream()
                    .anyMatch(document -> document instanceof Skipped
                            && document.content()
                                    .map(content -> content.field("spec").isThere())
                                    .orElse(false));
            if (templates) {
                assertThat(objects(after)).containsSubsequence(expected);
            } else {
                assertThat(objects(after)).containsExactlyElementsOf(expected);
            }
        }
    }
}
