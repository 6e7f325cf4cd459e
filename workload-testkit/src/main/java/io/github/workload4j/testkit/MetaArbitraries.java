package io.github.workload4j.testkit;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ManagedFieldsEntry;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary parts of {@code meta/v1}. */
final class MetaArbitraries {

    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final Set<String> WITHOUT_VALUES = Set.of("Exists", "DoesNotExist");

    private final Words words;

    MetaArbitraries(Words words) {
        this.words = words;
    }

    Arbitrary<ObjectMeta> namespaced() {
        Arbitrary<String> namespaces = words.valid()
                ? Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of("default", "ml", "hpc")), Tuple.of(1, words.label()))
                : words.label();
        return metadata(namespaces);
    }

    Arbitrary<ObjectMeta> clusterWide() {
        return metadata(words.valid() ? Arbitraries.just("") : words.label());
    }

    /** Mostly no more than a name; sometimes everything a server writes. */
    private Arbitrary<ObjectMeta> metadata(Arbitrary<String> namespaces) {
        Arbitrary<ObjectMeta> brief = Combinators.combine(namespaces, words.subdomain(), labels())
                .as((namespace, name, labels) -> ObjectMeta.of(namespace, name).toBuilder()
                        .labels(labels)
                        .build());
        return Arbitraries.frequencyOf(Tuple.of(3, brief), Tuple.of(1, full(namespaces)));
    }

    private Arbitrary<ObjectMeta> full(Arbitrary<String> namespaces) {
        Arbitrary<Long> generations = words.valid() ? Arbitraries.longs().greaterOrEqual(0) : Arbitraries.longs();
        return Builders.withBuilder(ObjectMeta::builder)
                .use(words.subdomain())
                .in(ObjectMeta.Builder::name)
                .use(sometimes(words.label()))
                .in(ObjectMeta.Builder::generateName)
                .use(namespaces)
                .in(ObjectMeta.Builder::namespace)
                .use(sometimes(words.free()))
                .in(ObjectMeta.Builder::selfLink)
                .use(Arbitraries.of("", "4f6fdb45-51e8-4c8f-9b0a-0e1234567890", "00000000-0000-0000-0000-000000000000"))
                .in(ObjectMeta.Builder::uid)
                .use(Arbitraries.of("", "1", "0123", "1e3", "9007199254740993"))
                .in(ObjectMeta.Builder::resourceVersion)
                .use(generations)
                .in(ObjectMeta.Builder::generation)
                .use(times().injectNull(0.5))
                .in(ObjectMeta.Builder::creationTimestamp)
                .use(times().injectNull(0.8))
                .in(ObjectMeta.Builder::deletionTimestamp)
                .use(Arbitraries.longs().between(0, 3600).injectNull(0.8))
                .in(ObjectMeta.Builder::deletionGracePeriodSeconds)
                .use(labels())
                .in(ObjectMeta.Builder::labels)
                .use(Arbitraries.maps(words.labelKey(), words.free()).ofMaxSize(3))
                .in(ObjectMeta.Builder::annotations)
                .use(owners())
                .in((builder, owners) -> builder.ownerReferences(owners))
                .use(finalizers())
                .in((builder, finalizers) -> builder.finalizers(finalizers))
                .use(managedFields().list().ofMaxSize(2))
                .in((builder, fields) -> builder.managedFields(fields))
                .build(ObjectMeta.Builder::build);
    }

    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(words.labelKey(), words.labelValue()).ofMaxSize(3);
    }

    private Arbitrary<List<OwnerReference>> owners() {
        Arbitrary<OwnerReference> owner = Combinators.combine(
                        Arbitraries.of("batch/v1", "v1", "apps/v1"),
                        words.valid() ? Arbitraries.of("Job", "ReplicaSet") : words.segment(),
                        words.subdomain(),
                        words.valid() ? Arbitraries.of("u1", "4f6fdb45") : words.free(),
                        truth(),
                        truth())
                .as(OwnerReference::new);
        return owner.list().ofMaxSize(2).map(owners -> words.valid() ? oneController(owners) : owners);
    }

    private static List<OwnerReference> oneController(List<OwnerReference> owners) {
        List<OwnerReference> kept = new ArrayList<>();
        boolean found = false;
        for (OwnerReference owner : owners) {
            boolean controls = Boolean.TRUE.equals(owner.controller());
            kept.add(
                    controls && found
                            ? new OwnerReference(
                                    owner.apiVersion(),
                                    owner.kind(),
                                    owner.name(),
                                    owner.uid(),
                                    false,
                                    owner.blockOwnerDeletion())
                            : owner);
            found |= controls;
        }
        return kept;
    }

    private Arbitrary<List<String>> finalizers() {
        Arbitrary<String> names =
                Arbitraries.of("foregroundDeletion", "example.com/protect", "kubernetes.io/group-protection");
        return (words.valid() ? names : Arbitraries.oneOf(names, words.free()))
                .list()
                .ofMaxSize(2)
                .uniqueElements();
    }

    private Arbitrary<ManagedFieldsEntry> managedFields() {
        Arbitrary<String> fields = Arbitraries.of(
                "{}",
                "{\"f:metadata\":{\"f:labels\":{\".\":{},\"f:app\":{}}}}",
                "{\"f:spec\":{\"k:{\\\"name\\\":\\\"a\\\"}\":{\"f:name\":{}}}}");
        return Combinators.combine(
                        words.free(),
                        Arbitraries.of("Apply", "Update"),
                        Arbitraries.of("scheduling.k8s.io/v1beta1", "v1"),
                        times().injectNull(0.5),
                        Arbitraries.just("FieldsV1"),
                        fields.injectNull(0.2),
                        Arbitraries.of("", "status"))
                .as(ManagedFieldsEntry::new);
    }

    Arbitrary<Condition> condition(Arbitrary<String> types) {
        Arbitrary<Long> generations = words.valid() ? Arbitraries.longs().greaterOrEqual(0) : Arbitraries.longs();
        Arbitrary<String> reasons =
                Arbitraries.of("Unschedulable", "SchedulerError", "PreemptionByScheduler", "Scheduled");
        return Combinators.combine(
                        types,
                        words.valid()
                                ? Arbitraries.of("True", "False", "Unknown")
                                : Arbitraries.oneOf(Arbitraries.of("True", "", "true"), words.free()),
                        generations,
                        words.valid() ? times() : times().injectNull(0.3),
                        words.valid() ? reasons : Arbitraries.oneOf(reasons, words.free()),
                        words.free())
                .as(Condition::new);
    }

    Arbitrary<LabelSelector> selector() {
        Arbitrary<LabelSelectorRequirement> requirement = Combinators.combine(
                        words.labelKey(),
                        words.valid()
                                ? Arbitraries.of("In", "NotIn", "Exists", "DoesNotExist")
                                : Arbitraries.oneOf(Arbitraries.of("In", "Exists"), words.free()),
                        words.labelValue().list().ofMinSize(1).ofMaxSize(2))
                .as((key, operator, values) -> new LabelSelectorRequirement(
                        key, operator, words.valid() && WITHOUT_VALUES.contains(operator) ? List.of() : values));
        return Combinators.combine(labels(), requirement.list().ofMaxSize(2)).as(LabelSelector::new);
    }

    Arbitrary<Instant> times() {
        Arbitrary<Instant> usual =
                Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
        Arbitrary<Instant> odd = Combinators.combine(
                        Arbitraries.longs().between(FIRST, LAST),
                        Arbitraries.of(0, 1, 1000, 1_000_000, 500_000_000, 999_999_999))
                .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
        return Arbitraries.frequencyOf(Tuple.of(3, usual), Tuple.of(1, odd));
    }

    static Arbitrary<Boolean> truth() {
        return Arbitraries.of(true, false).injectNull(0.4);
    }

    /** The empty text, mostly. */
    static Arbitrary<String> sometimes(Arbitrary<String> texts) {
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, texts));
    }
}
