package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other libraries were seen to do to a manifest, line by line, with our answer. */
class KnownParserMistakesTest {

    private static String workload(String groups) {
        return "apiVersion: scheduling.k8s.io/v1alpha1\nkind: Workload\nmetadata: {name: train}\nspec:\n  podGroups:\n"
                + groups;
    }

    private static List<String> faults(String text) {
        Document document = ManifestReader.strict().read(text).get(0);
        assertThat(document).isInstanceOf(Undecodable.class);
        return ((Undecodable) document).faults().stream().map(Fault::toString).toList();
    }

    @Test
    void aMistypedMinCountIsAFaultWithAHint() {
        assertThat(faults(workload("  - {name: a, policy: {gang: {minCuont: 4}}}\n")))
                .containsExactly(
                        "6:31: spec.podGroups[0].policy.gang.minCuont: unknown field: did you mean `minCount`?");
    }

    @Test
    void unquotedLabelsThatAreNoTextAreFaultsAndNeverChanged() {
        String labels = "{a: 1.10, b: no, c: 010, d: 1:30}";
        String text = "apiVersion: v1\nkind: Node\nmetadata:\n  name: node\n  labels: " + labels + "\n";
        assertThat(faults(text))
                .containsExactly(
                        "5:15: metadata.labels[a]: found a number `1.10`: expected text; quote it: \"1.10\"",
                        "5:24: metadata.labels[b]: found a boolean `no`: expected text; quote it: \"no\"",
                        "5:31: metadata.labels[c]: found a number `010`: expected text; quote it: \"010\"");
    }

    @Test
    void aFractionOfAPodIsAFaultAndAMissingCountIsZero() {
        assertThat(faults(workload("  - {name: a, policy: {gang: {minCount: 4.7}}}\n")))
                .containsExactly(
                        "6:41: spec.podGroups[0].policy.gang.minCount: found a number `4.7`: expected a whole number"
                                + " from -2147483648 to 2147483647");
        Decoded decoded = (Decoded) ManifestReader.strict()
                .read(workload("  - {name: a, policy: {gang: {}}}\n"))
                .get(0);
        assertThat(((Workload) decoded.object())
                        .podGroup("a")
                        .orElseThrow()
                        .schedulingPolicy()
                        .gang()
                        .minCount())
                .isZero();
    }

    @Test
    void aWordForANumberHasItsPlace() {
        assertThat(faults(workload("  - name: a\n    policy:\n      gang:\n        minCount: four\n")))
                .containsExactly(
                        "9:19: spec.podGroups[0].policy.gang.minCount: found text `four`: expected a whole number from"
                                + " -2147483648 to 2147483647");
    }

    @Test
    void anUnknownFieldIsReportedWhereItsNameIs() {
        assertThat(faults(workload("  - name: a\n    policy: {basic: {}}\n  - name: b\n    policy: {basic: {}}\n"
                        + "    polcy: x\n  - name: c\n")))
                .containsExactly("10:5: spec.podGroups[1].polcy: unknown field: did you mean `policy`?");
    }

    @Test
    void aliasesAndMergeKeysResolve() {
        String text =
                workload("  - &a\n    name: a\n    policy: &p {basic: {}}\n  - {<<: *a}\n  - {name: c, policy: *p}\n");
        Workload workload =
                (Workload) ((Decoded) ManifestReader.strict().read(text).get(0)).object();
        assertThat(workload.spec().podGroupTemplates()).hasSize(3);
        assertThat(workload.spec().podGroupTemplates().get(1))
                .isEqualTo(workload.spec().podGroupTemplates().get(0));
    }

    @Test
    void threeThousandBracketsAreRefusedAndNotAStackOverflow() {
        for (String opening : List.of("[", "{a: ")) {
            String text = workload(
                    "  - name: " + opening.repeat(3000) + (opening.equals("[") ? "]" : "}").repeat(3000) + "\n");
            assertThat(faults(text))
                    .hasSize(1)
                    .allMatch(fault -> fault.startsWith("6:11: spec.podGroups[0].name: found "));
        }
        assertThat(faults("[".repeat(30_000)))
                .hasSize(1)
                .allMatch(fault -> fault.contains("nested deeper than 10000 levels"));
    }

    @Test
    void listsOfManyPodsAndNodesWithFieldsWeDoNotModelAreRead() {
        StringBuilder text =
                new StringBuilder("apiVersion: v1\nkind: List\nmetadata: {resourceVersion: \"\"}\nitems:\n");
        for (int i = 0; i < 2000; i++) {
            text.append("- apiVersion: v1\n  kind: Node\n  metadata:\n    name: n")
                    .append(i)
                    .append("\n  status:\n    daemonEndpoints:\n")
                    .append("      kubeletEndpoint:\n        Port: 10250\n    phase: ")
                    .append("x".repeat(2000))
                    .append('\n');
        }
        assertThat(text.length()).isGreaterThan(3 << 20);
        List<Document> documents = ManifestReader.strict().read(text.toString());
        assertThat(documents)
                .hasSize(2000)
                .allMatch(document -> document instanceof Decoded decoded && decoded.object() instanceof Node);
        assertThat(documents.get(1999).item()).isEqualTo(1999);
        assertThat(documents.get(1999).line()).isEqualTo(5 + 1999 * 9);
    }

    @Test
    void statusOfANewerClusterIsReadLeniently() {
        String text =
                "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata: {name: g}\nspec: {newField: 1}\n"
                        + "status: {phase: Done}\n";
        Decoded decoded = (Decoded) ManifestReader.lenient().read(text).get(0);
        assertThat(decoded.warnings())
                .extracting(Fault::toString)
                .containsExactly(
                        "4:8: spec.newField: unknown field: fields here: parentCompositePodGroupName, workloadRef,"
                                + " schedulingPolicy, schedulingConstraints, "
                                + "resourceClaims, disruptionMode, priorityClassName, priority, preemptionPolicy",
                        "5:10: status.phase: unknown field: fields here: conditions, resourceClaimStatuses");
        assertThat(ManifestReader.strict()
                        .read("apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata: {name: g}\n"
                                + "status: {}\n")
                        .get(0))
                .isInstanceOf(Decoded.class);
    }

    @Test
    void allFaultsOfADocumentComeAtOnceInItsOrder() {
        String text =
                workload("  - nme: a\n    policy: {gang: {minCount: 4.7}}\n  - name: no\n  - name: b\n    name: c\n");
        assertThat(((Undecodable) ManifestReader.strict().read(text).get(0)).faults())
                .extracting(Fault::position)
                .containsExactly(new Position(6, 5), new Position(7, 31), new Position(8, 11), new Position(10, 5));
    }

    @Test
    void everyVersionIsAnObjectOfTheModel() {
        List<ApiVersion> read = new ArrayList<>();
        for (ApiVersion version : ApiVersion.values()) {
            String text = "apiVersion: " + version.groupVersion() + "\nkind: Workload\nmetadata: {name: a}\n";
            read.add(((Workload) ((Decoded) ManifestReader.strict().read(text).get(0)).object()).apiVersion());
        }
        assertThat(read).containsExactly(ApiVersion.values());
        String gone = "apiVersion: scheduling.k8s.io/v1alpha4\nkind: Workload\n";
        assertThat(faults(gone))
                .containsExactly("1:13: apiVersion: no version `scheduling.k8s.io/v1alpha4` of the API: did you mean"
                        + " `scheduling.k8s.io/v1alpha3`?");
    }

    @Test
    void jsonObeysTheSameRulesAtTheSamePlaces() {
        String json = "{\"apiVersion\": \"scheduling.k8s.io/v1alpha1\",\n \"kind\": \"Workload\",\n"
                + " \"spec\": {\"podGroups\": [{\"name\": 7,\n  \"polcy\": {}}]}}";
        assertThat(faults(json))
                .containsExactly(
                        "3:34: spec.podGroups[0].name: found a number `7`: expected text; quote it: \"7\"",
                        "4:3: spec.podGroups[0].polcy: unknown field: did you mean `policy`?");
    }

    @Test
    void textInAStreamIsReadAsUtf8WhateverThePlatformSays() {
        byte[] bytes = "apiVersion: v1\nkind: Node\nmetadata: {name: node, annotations: {a: grün}}\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(((Decoded) ManifestReader.strict().read(bytes).get(0))
                        .object()
                        .metadata()
                        .annotations())
                .containsEntry("a", "grün");
    }
}
