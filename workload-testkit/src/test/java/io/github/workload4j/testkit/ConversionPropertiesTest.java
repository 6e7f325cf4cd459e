package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every conversion. */
class ConversionPropertiesTest {

    private static final ApiVersion A1 = ApiVersion.V1ALPHA1;
    private static final ApiVersion A2 = ApiVersion.V1ALPHA2;
    private static final ApiVersion A3 = ApiVersion.V1ALPHA3;
    private static final ApiVersion B1 = ApiVersion.V1BETA1;

    @Provide
    Arbitrary<Workload> alpha1() {
        return Arbitraries.oneOf(
                Manifests.valid().workloads(A1), Manifests.wellFormed().workloads(A1));
    }

    @Provide
    Arbitrary<ApiObject> validAlpha2() {
        return Manifests.valid().scheduling(A2);
    }

    @Provide
    Arbitrary<ApiObject> beta1() {
        return Arbitraries.oneOf(
                Manifests.valid().scheduling(B1), Manifests.wellFormed().scheduling(B1));
    }

    @Provide
    Arbitrary<ApiObject> alpha3() {
        return Arbitraries.oneOf(
                Manifests.valid().scheduling(A3), Manifests.wellFormed().scheduling(A3));
    }

    @Provide
    Arbitrary<ApiObject> any() {
        return Arbitraries.oneOf(
                Manifests.valid().objects(), Manifests.wellFormed().objects());
    }

    @Provide
    Arbitrary<List<ApiObject>> alpha1Sets() {
        return Arbitraries.oneOf(
                Manifests.valid().sets(A1), Manifests.wellFormed().sets(A1));
    }

    @Provide
    Arbitrary<List<ApiObject>> sets() {
        List<Arbitrary<List<ApiObject>>> sets = new ArrayList<>();
        for (ApiVersion version : ApiVersion.values()) {
            sets.add(Manifests.valid().sets(version));
            sets.add(Manifests.wellFormed().sets(version));
        }
        return Arbitraries.oneOf(sets);
    }

    @Provide
    Arbitrary<ApiVersion> versions() {
        return Arbitraries.of(ApiVersion.values());
    }

    @Property(seed = "10")
    void workloadsOfTheFirstVersionComeBackFromTheNewestAsTheyWere(@ForAll("alpha1") Workload workload) {
        Converted there = Conversion.to(B1).takingObjectsAsWhole().convert(workload);
        assertThat(there.losses()).isEmpty();
        assertThat(Conversion.to(A1).takingObjectsAsWhole().convert(there.objects()))
                .isEqualTo(new Converted(List.of(workload), List.of()));
    }

    @Property(seed = "11")
    void validObjectsOfTheSecondVersionComeBackFromTheNewestAsTheyWere(@ForAll("validAlpha2") ApiObject object) {
        Converted there = Conversion.to(B1).takingObjectsAsWhole().convert(object);
        assertThat(there.losses())
                .allMatch(loss -> loss.path().toString().matches("status\\.conditions\\[\\d\\]\\.type")
                        || loss.kind() == Loss.Kind.INVALID_IN_TARGET);
        assertThat(Conversion.to(A2)
                        .takingObjectsAsWhole()
                        .convert(there.objects())
                        .objects())
                .containsExactly(object);
    }

    @Property(seed = "12")
    void objectsOfTheNewestVersionComeBackFromTheSecondExactlyIfNothingWasDropped(@ForAll("beta1") ApiObject object) {
        Converted there = Conversion.to(A2).takingObjectsAsWhole().convert(object);
        List<ApiObject> back = Conversion.to(B1)
                .takingObjectsAsWhole()
                .convert(there.objects())
                .objects();
        boolean dropped = there.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.DROPPED);
        assertThat(back.equals(List.of(withoutDefaultPreemption(object)))).isEqualTo(!dropped);
        if (there.isLossless()) {
            assertThat(back).containsExactly(withoutDefaultPreemption(object));
        }
    }

    @Property(seed = "13")
    void theTwoNewestVersionsConvertWithoutLoss(@ForAll("alpha3") ApiObject object) {
        Converted there = Conversion.to(B1).takingObjectsAsWhole().convert(object);
        if (object instanceof CompositePodGroup) {
            assertThat(there.objects()).isEmpty();
            assertThat(there.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.DROPPED);
        } else {
            assertThat(there.losses()).isEmpty();
            assertThat(Conversion.to(A3).takingObjectsAsWhole().convert(there.objects()))
                    .isEqualTo(new Converted(List.of(object), List.of()));
        }
    }

    @Property(seed = "14")
    void podsGetTheirReplicaKeysBack(
            @ForAll("alpha1Sets") List<ApiObject> set, @ForAll("versions") ApiVersion version) {
        Converted there = Conversion.to(version).takingObjectsAsWhole().convert(set);
        Converted back = Conversion.to(A1).takingObjectsAsWhole().convert(there.objects());
        assertThat(there.losses()).noneMatch(loss -> loss.kind() == Loss.Kind.NEEDS_CONTEXT && hasOneMeaning(set));
        assertThat(back.objects()).containsExactlyElementsOf(set);
    }

    @Property(seed = "15")
    void withoutTheAnnotationPodsKeepTheirCompany(@ForAll("alpha1Sets") List<ApiObject> set) {
        List<ApiObject> there = Conversion.to(A2).takingObjectsAsWhole().convert(set).objects().stream()
                .map(object -> object instanceof PodGroup group
                        ? group.withMetadata(group.metadata().toBuilder()
                                .annotations(Map.of())
                                .build())
                        : object)
                .map(ApiObject.class::cast)
                .toList();
        assertThat(gangs(Conversion.to(A1).takingObjectsAsWhole().convert(there).objects()))
                .isEqualTo(gangs(set));
    }

    @Property(seed = "16")
    void gangsAndTheirQuorumsSurviveWhereNothingIsApproximatedOrLeft(
            @ForAll("sets") List<ApiObject> set, @ForAll("versions") ApiVersion version) {
        Converted converted = Conversion.to(version).takingObjectsAsWhole().convert(set);
        boolean kept = converted.losses().stream()
                .noneMatch(loss -> loss.kind() == Loss.Kind.NEEDS_CONTEXT
                        || loss.path().toString().equals("spec.schedulingPolicy"));
        if (kept) {
            assertThat(gangs(converted.objects())).isEqualTo(gangs(set));
        }
    }

    @Property(seed = "17")
    void theOrderOfTheInputIsOfNoMatter(
            @ForAll("sets") List<ApiObject> set, @ForAll("versions") ApiVersion version, @ForAll Random random) {
        List<ApiObject> shuffled = new ArrayList<>(set);
        Collections.shuffle(shuffled, random);
        Converted one = Conversion.to(version).takingObjectsAsWhole().convert(set);
        Converted other = Conversion.to(version).takingObjectsAsWhole().convert(shuffled);
        assertThat(other.objects()).containsExactlyInAnyOrderElementsOf(one.objects());
        assertThat(other.losses()).containsExactlyInAnyOrderElementsOf(one.losses());
    }

    @Property(seed = "18")
    void synthesizedNamesAreUniqueAndShort(@ForAll("alpha1Sets") List<ApiObject> set) {
        Set<List<String>> names = new HashSet<>();
        for (ApiObject object :
                Conversion.to(A2).takingObjectsAsWhole().convert(set).objects()) {
            if (object instanceof PodGroup group) {
                assertThat(names.add(List.of(
                                group.metadata().namespace(), group.metadata().name())))
                        .isTrue();
                assertThat(group.metadata().name().length()).isLessThanOrEqualTo(253);
            }
        }
    }

    @Property(seed = "19")
    void everyLossNamesAPlaceInTheManifestThatWasGiven(
            @ForAll("sets") List<ApiObject> set, @ForAll("versions") ApiVersion version) {
        for (Loss loss : Conversion.to(version)
                .takingObjectsAsWhole()
                .flatteningComposites()
                .convert(set)
                .losses()) {
            assertThat(set).anyMatch(object -> object == loss.object());
            assertThat(isInManifest(loss)).as(loss.toString()).isTrue();
        }
        for (Loss loss :
                Conversion.to(version).takingObjectsAsWhole().convert(set).losses()) {
            assertThat(isInManifest(loss)).as(loss.toString()).isTrue();
        }
    }

    @Property(seed = "20")
    void whatIsConvertedCanBeWritten(@ForAll("sets") List<ApiObject> set, @ForAll("versions") ApiVersion version) {
        Converted converted = Conversion.to(version).takingObjectsAsWhole().convert(set);
        Set<ApiObject> left = new HashSet<>();
        converted.losses().stream()
                .filter(loss -> loss.kind() == Loss.Kind.NEEDS_CONTEXT)
                .forEach(loss -> left.add(loss.object()));
        for (ApiObject object : converted.objects()) {
            assertThat(ManifestWriter.yaml().write(object)).isNotEmpty();
            assertThat(!(object instanceof SchedulingObject scheduling)
                            || scheduling.apiVersion() == version
                            || left.contains(object))
                    .isTrue();
        }
    }

    @Property(seed = "21")
    void noDefaultIsFilledIn(@ForAll("any") ApiObject object, @ForAll("versions") ApiVersion version) {
        for (ApiObject converted :
                Conversion.to(version).takingObjectsAsWhole().convert(object).objects()) {
            if (object instanceof PodGroup before && converted instanceof PodGroup after) {
                assertThat(before.spec().disruptionMode() != null
                                || after.spec().disruptionMode() == null)
                        .isTrue();
                assertThat(before.spec().preemptionPolicy() != null
                                || after.spec().preemptionPolicy() == null)
                        .isTrue();
                assertThat(after.spec().priority()).isEqualTo(before.spec().priority());
                assertThat(after.spec().priorityClassName())
                        .isEqualTo(before.spec().priorityClassName());
            }
            if (object.getClass() == converted.getClass()) {
                assertThat(converted.metadata()).isEqualTo(object.metadata());
            }
        }
    }

    @Property(seed = "22")
    void theSameVersionIsTheIdentity(@ForAll("sets") List<ApiObject> set) {
        ApiVersion version = ((SchedulingObject) set.get(0)).apiVersion();
        assertThat(Conversion.to(version).takingObjectsAsWhole().convert(set)).isEqualTo(new Converted(set, List.of()));
    }

    /** Whether no Workload has two groups of one name. */
    private static boolean hasOneMeaning(List<ApiObject> set) {
        for (ApiObject object : set) {
            if (object instanceof Workload workload) {
                List<String> names = workload.spec().podGroupTemplates().stream()
                        .map(PodGroupTemplate::name)
                        .toList();
                if (new HashSet<>(names).size() < names.size()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isInManifest(Loss loss) {
        boolean emptyPolicy = loss.path().toString().equals("spec.schedulingPolicy")
                && loss.value().equals("{}");
        if (loss.path().equals(FieldPath.DOCUMENT) || emptyPolicy) {
            return true;
        }
        Decoded decoded = (Decoded) ManifestReader.strict()
                .read(ManifestWriter.yaml().write(loss.object()))
                .get(0);
        List<FieldPath.Step> steps = loss.path().steps();
        FieldPath parent = FieldPath.DOCUMENT;
        for (FieldPath.Step step : steps.subList(0, steps.size() - 1)) {
            parent = step instanceof FieldPath.Index index
                    ? parent.index(index.index())
                    : parent.child(((FieldPath.Field) step).name());
        }
        return !decoded.locate(loss.path()).equals(decoded.locate(parent));
    }

    /** The members of each gang, by name, with the gang's policy; pods without a group are no gang. */
    private static Set<String> gangs(List<ApiObject> set) {
        Map<String, TreeSet<String>> members = new HashMap<>();
        for (ApiObject object : set) {
            if (object instanceof Pod pod) {
                String group = group(set, pod);
                if (!group.isEmpty()) {
                    String name =
                            pod.metadata().namespace() + "/" + pod.metadata().name();
                    members.computeIfAbsent(group, any -> new TreeSet<>()).add(name);
                }
            }
        }
        Set<String> gangs = new HashSet<>();
        members.forEach((group, pods) -> gangs.add(pods + " " + group.substring(group.lastIndexOf('|'))));
        return gangs;
    }

    private static String group(List<ApiObject> set, Pod pod) {
        for (ApiObject object : set) {
            if (!object.metadata().namespace().equals(pod.metadata().namespace())) {
                continue;
            }
            if (object instanceof Workload workload
                    && pod.spec().workloadRef() != null
                    && pod.spec()
                            .workloadRef()
                            .name()
                            .equals(workload.metadata().name())) {
                return pod.spec().workloadRef() + "|"
                        + workload.podGroup(pod.spec().workloadRef().podGroup())
                                .orElseThrow()
                                .schedulingPolicy();
            }
            if (object instanceof PodGroup group
                    && pod.spec().schedulingGroup() != null
                    && group.metadata()
                            .name()
                            .equals(pod.spec().schedulingGroup().podGroupName())) {
                return group.metadata().name() + "|" + group.spec().schedulingPolicy();
            }
        }
        return "";
    }

    /** To say that lower priorities may be pushed out is to say nothing. */
    private static ApiObject withoutDefaultPreemption(ApiObject object) {
        if (object instanceof PodGroup group) {
            PodGroupSpec spec = group.spec();
            return isDefault(spec.preemptionPolicy())
                    ? group.withSpec(spec.toBuilder().preemptionPolicy(null).build())
                    : group;
        }
        Workload workload = (Workload) object;
        List<PodGroupTemplate> templates = workload.spec().podGroupTemplates().stream()
                .map(template -> isDefault(template.preemptionPolicy())
                        ? template.toBuilder().preemptionPolicy(null).build()
                        : template)
                .toList();
        List<CompositePodGroupTemplate> composites = workload.spec().compositePodGroupTemplates();
        return workload.withSpec(new WorkloadSpec(workload.spec().controllerRef(), templates, composites));
    }

    private static boolean isDefault(PreemptionPolicy policy) {
        return PreemptionPolicy.PREEMPT_LOWER_PRIORITY.equals(policy);
    }
}
