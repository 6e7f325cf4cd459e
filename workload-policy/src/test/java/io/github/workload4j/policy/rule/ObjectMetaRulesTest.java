package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ObjectMetaRulesTest {

    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1BETA1);
    private static final RuleContext SERVER = RuleContext.of(
            KubernetesRelease.V1_37,
            ApiVersion.V1BETA1,
            RuleOptions.STANDARD.with(Demand.NAMESPACE, true).with(Demand.RESOURCE_VERSION, true));
    private static final PodGroup POD_GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
    private static final ObjectMeta GOOD = ObjectMeta.of("ns", "a");

    @Test
    void anObjectHasANameOrHasOneMade() {
        assertThat(create(ObjectMeta.builder().build()))
                .containsExactly("M-1 metadata.name: Required value: name or generateName is required");
        assertThat(create(ObjectMeta.builder().generateName("a-").build())).isEmpty();
        assertThat(create(ObjectMeta.of("ns", "A"))).singleElement().asString().startsWith("M-2 metadata.name");
        assertThat(create(ObjectMeta.builder().generateName("A").build()))
                .singleElement()
                .asString()
                .startsWith("M-3 metadata.generateName");
    }

    @Test
    void aNamespaceIsRequiredOnDemandAndNotOfEveryKind() {
        ObjectMeta nowhere = ObjectMeta.of("a");
        assertThat(create(nowhere)).isEmpty();
        assertThat(Judged.by(at -> ObjectMetaRules.create(nowhere, true, SERVER, at)))
                .containsExactly("M-4 metadata.namespace: Required value");
        assertThat(Judged.by(at -> ObjectMetaRules.create(nowhere, false, SERVER, at)))
                .isEmpty();
        assertThat(Judged.by(at -> ObjectMetaRules.create(GOOD, false, SERVER, at)))
                .containsExactly("M-6 metadata.namespace: Forbidden: not allowed on this type");
        assertThat(create(ObjectMeta.of("a.b", "a")))
                .containsExactly("M-5 metadata.namespace: Invalid value: \"a.b\": must not contain dots");
    }

    @Test
    void labelsAndAnnotationsHaveLabelKeys() {
        assertThat(create(GOOD.toBuilder()
                        .generation(-1)
                        .labels(Map.of("a b", "c d"))
                        .annotations(Map.of("A/b", "anything goes", "a b", ""))
                        .build()))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .as("an annotation's key is judged in lower case")
                .containsExactly("M-7", "M-8", "M-8", "M-9");
    }

    @Test
    void from137OnAnOwnerReferenceIsFoundByItsPosition() {
        ObjectMeta meta = GOOD.toBuilder()
                .ownerReferences(List.of(
                        new OwnerReference("batch/v1", "Job", "j", "u", true, null),
                        new OwnerReference("", "Job", "j", "u", true, null)))
                .build();
        assertThat(create(meta))
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("M-12 metadata.ownerReferences", "M-11 metadata.ownerReferences[1].apiVersion");
        assertThat(Judged.by(at -> ObjectMetaRules.create(meta, true, Judged.in(ApiVersion.V1ALPHA2), at)))
                .contains("M-11 metadata.ownerReferences.apiVersion: Invalid value: \"\": version must not be empty");
    }

    @Test
    void finalizersAreQualifiedAndDoNotExcludeEachOther() {
        assertThat(create(GOOD.toBuilder()
                        .finalizers(List.of("example.com/a", "orphan"))
                        .build()))
                .isEmpty();
        assertThat(create(GOOD.toBuilder()
                        .finalizers(List.of("mine", "orphan", "foregroundDeletion"))
                        .build()))
                .hasSize(2)
                .allMatch(line -> line.startsWith("M-13 metadata.finalizers"));
        assertThat(create(GOOD.toBuilder().finalizers(List.of("a b")).build()))
                .as("malformed, and no standard name")
                .hasSize(2);
    }

    @Test
    void whatTheServerSetDoesNotChange() {
        ObjectMeta stored = GOOD.toBuilder()
                .uid("u")
                .resourceVersion("1")
                .generation(2)
                .creationTimestamp(Instant.EPOCH)
                .build();
        assertThat(Judged.by(at -> ObjectMetaRules.update(stored, stored, POD_GROUP, SERVER, at)))
                .isEmpty();
        assertThat(Judged.by(at -> ObjectMetaRules.update(stored, GOOD, POD_GROUP, CONTEXT, at)))
                .as("a file may leave it out")
                .isEmpty();
        assertThat(Judged.by(at -> ObjectMetaRules.update(stored, GOOD, POD_GROUP, SERVER, at)))
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("M-U2 metadata.uid", "M-U3 metadata.generation", "M-U2 metadata.creationTimestamp");
    }

    @Test
    void anObjectThatIsBeingDeletedGetsNoNewFinalizer() {
        ObjectMeta going = GOOD.toBuilder()
                .deletionTimestamp(Instant.EPOCH)
                .finalizers(List.of("a/b"))
                .build();
        ObjectMeta more = GOOD.toBuilder().finalizers(List.of("a/c", "a/b")).build();
        assertThat(Judged.by(at -> ObjectMetaRules.update(going, more, POD_GROUP, CONTEXT, at)))
                .containsExactly("M-U4 metadata.finalizers: Forbidden: no new finalizers can be added if the object is"
                        + " being deleted, found new finalizers [a/c]");
        assertThat(Judged.by(at -> ObjectMetaRules.update(GOOD, more, POD_GROUP, CONTEXT, at)))
                .isEmpty();
    }

    @Test
    void manyFinalizersTakeTimeInProportion() {
        List<String> finalizers =
                IntStream.range(0, 200_000).mapToObj(i -> "a/b" + i).toList();
        ObjectMeta going = GOOD.toBuilder()
                .deletionTimestamp(Instant.EPOCH)
                .finalizers(finalizers)
                .build();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Judged.by(at -> ObjectMetaRules.update(going, going, POD_GROUP, CONTEXT, at)))
                        .isEmpty());
    }

    private static List<String> create(ObjectMeta meta) {
        return Judged.by(at -> ObjectMetaRules.create(meta, true, CONTEXT, at));
    }
}
