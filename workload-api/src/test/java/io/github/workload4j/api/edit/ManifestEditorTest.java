package io.github.workload4j.api.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestEditorTest {

    private static final String GROUPS = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: train, namespace: ml}
            spec:
              podGroups:
              - name: a
                policy: {gang: {minCount: 2}} # stays
            """;

    private static Edited edit(ApiVersion to, String text) {
        return edit(to, text.getBytes(UTF_8));
    }

    private static Edited edit(ApiVersion to, byte[] text) {
        return ManifestEditor.of(Conversion.to(to)).edit(List.of(new ManifestStream("x.yaml", text)));
    }

    private static String edited(ApiVersion to, String text) {
        Edited edited = edit(to, text);
        assertThat(edited.notes()).isEmpty();
        return new String(edited.streams().get(0).after(), UTF_8);
    }

    private static String toBeta(String text) {
        return edited(ApiVersion.V1BETA1, text);
    }

    private static String job(String spec) {
        return "---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: j, namespace: ml}\nspec:\n  template:\n" + spec;
    }

    private static String podGroup(String after) {
        return after.substring(after.indexOf("---\napiVersion: scheduling"), after.indexOf("---\napiVersion: batch"));
    }

    @Test
    void whatIsNotYamlStaysAsItIs() {
        String text = "a: {{ .Values.x }}\n--- \n" + GROUPS + "---\n\t- no\n...\n";
        Edited edited = edit(ApiVersion.V1ALPHA2, text);
        String expected = text.replace("v1alpha1", "v1alpha2")
                .replace("podGroups", "podGroupTemplates")
                .replace("policy", "schedulingPolicy");
        assertThat(new String(edited.streams().get(0).after(), UTF_8)).isEqualTo(expected);
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        byte[] text = "a: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        EditedStream stream = edit(ApiVersion.V1BETA1, text).streams().get(0);
        assertThat(stream.after()).isSameAs(text);
        assertThat(stream.isChanged()).isFalse();
    }

    @Test
    void textsOfSixteenBitsStayOfSixteenBits() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] text = ("\uFEFF" + GROUPS).getBytes(charset);
            String after =
                    new String(edit(ApiVersion.V1BETA1, text).streams().get(0).after(), charset);
            assertThat(after)
                    .startsWith("\uFEFFapiVersion: scheduling.k8s.io/v1beta1\n")
                    .endsWith(" # stays\n");
        }
    }

    @Test
    void aByteOrderMarkStays() {
        assertThat(toBeta("\uFEFF" + GROUPS)).startsWith("\uFEFFapiVersion: scheduling.k8s.io/v1beta1\n");
    }

    @Test
    void aPodGroupThatIsMadeFollowsItsWorkload() {
        String after = toBeta(GROUPS
                + job("    spec:\n      containers: []\n      workloadRef: {name: train, podGroup: a} # ours\n"));
        assertThat(podGroup(after)).contains("kind: PodGroup", "  name: train-a\n", "      minCount: 2\n");
        assertThat(after).endsWith("      containers: []\n      schedulingGroup: {podGroupName: train-a} # ours\n");
    }

    @Test
    void aLossOfATemplateNamesItsPlaceInTheDocument() {
        Edited edited =
                edit(ApiVersion.V1BETA1, job("    spec: {containers: [], workloadRef: {name: gone, podGroup: a}}\n"));
        assertThat(edited.losses())
                .extracting(
                        loss -> loss.path().toString(),
                        loss -> loss.document().kind(),
                        loss -> loss.loss().detail())
                .containsExactly(tuple(
                        "spec.template.spec.workloadRef", "Job", "the Workload gone is not among the objects given"));
        assertThat(edited.streams().get(0).isChanged()).isFalse();
    }

    @Test
    void aTemplateThatStandsElsewhereChangesThere() {
        String jobs = job("    spec: &pod\n      workloadRef: &ref {name: train, podGroup: a}\n      containers: []\n")
                + job("    spec: *pod\n")
                + job("    spec:\n      <<: *pod\n      restartPolicy: Never\n")
                + job("    spec: {containers: [], workloadRef: *ref}\n");
        String one = "apiVersion: v1\nkind: List\nitems:\n"
                + jobs.replace("\n", "\n  ")
                        .replace("---\n  api", "- api")
                        .replace("  - api", "- api")
                        .strip()
                + "\n";
        String after = toBeta(GROUPS + "---\n" + one);
        assertThat(after.substring(after.indexOf("apiVersion: v1\n")))
                .isEqualTo(one.replace(
                                "workloadRef: &ref {name: train, podGroup: a}",
                                "schedulingGroup: &ref {podGroupName: train-a}")
                        .replace("workloadRef: *ref", "schedulingGroup: *ref"));
    }

    @Test
    void commentsOfWhatGoesStayOnLinesOfTheirOwn() {
        String spec = """
                spec:
                  containers: []
                  workloadRef:
                    # the workload
                    name: train # by ops
                    podGroup: a # workers
                    # the end
                  restartPolicy: Never
                """.indent(4);
        assertThat(toBeta(GROUPS + job(spec)))
                .endsWith(spec.replace("workloadRef", "schedulingGroup")
                        .replace("name: train", "podGroupName: train-a")
                        .replace("podGroup: a # workers", "# workers"));
    }

    @Test
    void jsonStaysJson() {
        String text = """
                {"apiVersion": "scheduling.k8s.io/v1alpha1", "kind": "Workload", "metadata": {"name": "z"},
                \t"spec": {"podGroups": [{"name": "a", "policy": {"gang": {"minCount": 2}}}]}}
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, \
                "spec": {"workloadRef": {"name": "z", "podGroup": "a"}, "containers": [{"name": "x"}]}}
                """;
        String made = """
                {"apiVersion":"scheduling.k8s.io/v1beta1","kind":"PodGroup",\
                "metadata":{"name":"z-a","annotations":{"workload4j.github.io/pod-group-replica-key":""}},\
                "spec":{"workloadRef":{"workloadName":"z","templateName":"a"},\
                "schedulingPolicy":{"gang":{"minCount":2}}}}
                """;
        String expected = text.replace("v1alpha1", "v1beta1")
                .replace("podGroups", "podGroupTemplates")
                .replace("policy", "schedulingPolicy")
                .replace(
                        "\"workloadRef\": {\"name\": \"z\", \"podGroup\": \"a\"}",
                        "\"schedulingGroup\": {\"podGroupName\": \"z-a\"}")
                .replace("\n{\"apiVersion\": \"v1\"", "\n" + made + "{\"apiVersion\": \"v1\"");
        assertThat(toBeta(text)).isEqualTo(expected);
    }

    @Test
    void anItemWithoutAPlaceGoesFromItsList() {
        String text = """
                apiVersion: v1
                kind: List
                items:
                  # the first
                  - apiVersion: scheduling.k8s.io/v1alpha3
                    kind: CompositePodGroup
                    metadata: {name: c}
                    spec: {schedulingPolicy: {basic: {}}}
                  # the second
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}
                """;
        assertThat(toBeta(text)).isEqualTo("""
                        apiVersion: v1
                        kind: List
                        items:
                          # the first
                          # the second
                          - {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}
                        """);
    }

    @Test
    void aDocumentWithoutAPlaceGoesWithItsSeparator() {
        String composite = "apiVersion: scheduling.k8s.io/v1alpha3\nkind: CompositePodGroup\nmetadata: {name: c}\n"
                + "spec: {schedulingPolicy: {basic: {}}}\n";
        assertThat(toBeta("a: 1\n---\n" + composite + "--- # two\nb: 2\n")).isEqualTo("a: 1\n--- # two\nb: 2\n");
        assertThat(toBeta(composite + "---\nb: 2\n")).isEqualTo("b: 2\n");
        assertThat(toBeta(composite)).isEmpty();
    }

    @Test
    void aMergedFieldThatMustChangeIsWrittenAnewAndSaid() {
        String text = """
                apiVersion: scheduling.k8s.io/v1alpha2
                kind: PodGroup
                metadata: {name: g}
                spec:
                  <<: {disruptionMode: Pod}
                  schedulingPolicy: {basic: {}} # gone
                """;
        Edited edited = edit(ApiVersion.V1BETA1, text);
        assertThat(edited.notes())
                .extracting(EditNote::isConverted, EditNote::detail)
                .containsExactly(tuple(true, "`disruptionMode` stands elsewhere"));
        assertThat(new String(edited.streams().get(0).after(), UTF_8))
                .contains("v1beta1", "  disruptionMode:\n    single: {}\n")
                .doesNotContain("gone");
    }

    @Test
    void aFieldThatIsOnlyWrittenEmptyNeedNotBeThere() {
        String text = """
                apiVersion: scheduling.k8s.io/v1alpha2
                kind: PodGroup
                metadata: {name: g}
                spec:
                  schedulingPolicy: {basic: {}}
                status:
                  conditions:
                  - type: PodGroupScheduled # a note
                    status: "True"
                """;
        assertThat(toBeta(text))
                .isEqualTo(
                        text.replace("v1alpha2", "v1beta1").replace("PodGroupScheduled", "PodGroupInitiallyScheduled"));
    }
}
