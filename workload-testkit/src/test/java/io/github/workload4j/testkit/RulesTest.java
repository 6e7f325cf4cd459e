package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ClaimSource;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.Defaulting;
import io.github.workload4j.policy.lint.Lint;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.lint.Warning;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the rules whatever the object. */
class RulesTest {

    private static final ManifestRules RULES = ManifestRules.standard();
    private static final Set<Lint> NEVER_IN_GOOD_SETS = Set.of(
            Lint.MISSING_GROUP,
            Lint.MISSING_TEMPLATE,
            Lint.MISSING_WORKLOAD,
            Lint.MISSING_PARENT,
            Lint.PARENT_CYCLE,
            Lint.TREE_TOO_DEEP,
            Lint.DIFFERS_FROM_TEMPLATE,
            Lint.REFERENCE_OF_OTHER_RELEASE,
            Lint.REFERENCES_OF_TWO_RELEASES,
            Lint.TREE_OF_SEVERAL_WORKLOADS);

    @Provide
    Arbitrary<ApiObject> valid() {
        return Manifests.valid()
                .objects()
                .map(object -> Defaulting.standard().apply(object).object());
    }

    @Provide
    Arbitrary<ApiObject> wellFormed() {
        return Manifests.wellFormed().objects();
    }

    @Provide
    Arbitrary<List<ApiObject>> validSets() {
        return Arbitraries.of(ApiVersion.values()).flatMap(Manifests.valid()::sets);
    }

    @Provide
    Arbitrary<Workload> workloads() {
        return Arbitraries.of(ApiVersion.values())
                .flatMap(Manifests.valid()::workloads)
                .filter(workload -> !workload.spec().podGroupTemplates().isEmpty());
    }

    @Property(seed = "11")
    void validObjectsHaveNoViolation(@ForAll("valid") ApiObject object) {
        assertThat(RULES.checkCreate(object)).isEmpty();
    }

    @Property(seed = "12")
    void anUnchangedUpdateOfAValidObjectIsValid(@ForAll("valid") ApiObject object) {
        assertThat(RULES.checkUpdate(object, object)).isEmpty();
    }

    @Property(seed = "13")
    void validatingTwiceGivesTheSame(@ForAll("wellFormed") ApiObject object, @ForAll("wellFormed") ApiObject other) {
        assertThat(RULES.checkCreate(object)).isEqualTo(RULES.checkCreate(object));
        if (object.kind().equals(other.kind())) {
            assertThat(RULES.checkUpdate(object, other)).isEqualTo(RULES.checkUpdate(object, other));
            assertThat(RULES.checkStatusUpdate(object, other)).isEqualTo(RULES.checkStatusUpdate(object, other));
        }
        assertThat(Lints.check(List.of(object, other))).isEqualTo(Lints.check(List.of(object, other)));
    }

    @Property(seed = "14")
    void whatIsConvertedIsValidOrTheReportSaidSo(@ForAll("valid") ApiObject object) {
        for (ApiVersion version : ApiVersion.values()) {
            Converted converted = Conversion.to(version).convert(object);
            boolean warned = converted.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.INVALID_IN_TARGET);
            for (ApiObject each : converted.objects()) {
                ApiObject complete = Defaulting.standard().apply(each).object();
                assertThat(warned ? List.of() : RULES.checkCreate(complete))
                        .as(version + " of " + object)
                        .isEmpty();
            }
        }
    }

    @Property(seed = "15")
    void goodSetsHaveNoBrokenReferences(@ForAll("validSets") List<ApiObject> objects) {
        assertThat(Lints.check(objects)).extracting(Warning::lint).doesNotContainAnyElementsOf(NEVER_IN_GOOD_SETS);
    }

    /**
     * One fault in one template.
     *
     * @param inject puts it in
     * @param below where it is found, below the template
     * @param sameAlone whether it is the only finding; if not, a second priority in the Workload is its documented
     *     consequence
     */
    private record Fault(UnaryOperator<PodGroupTemplate> inject, String below, boolean sameAlone) {}

    private static Fault fault(UnaryOperator<PodGroupTemplate> inject, String below) {
        return new Fault(inject, below, true);
    }

    private static List<Fault> faults(ApiVersion version) {
        String policy = version == ApiVersion.V1ALPHA1 ? ".policy" : ".schedulingPolicy";
        List<Fault> faults = new ArrayList<>(List.of(
                fault(template -> template.toBuilder().name("Bad_Name").build(), ".name"),
                fault(template -> template.toBuilder().name("").build(), ".name"),
                fault(template -> template.toBuilder().name("a".repeat(64)).build(), ".name"),
                fault(
                        template -> template.toBuilder()
                                .schedulingPolicy(SchedulingPolicy.NONE)
                                .build(),
                        policy),
                fault(
                        template -> template.toBuilder()
                                .schedulingPolicy(new SchedulingPolicy.Gang(0))
                                .build(),
                        policy + ".gang.minCount"),
                fault(
                        template -> template.toBuilder()
                                .schedulingPolicy(new SchedulingPolicy.Gang(-7))
                                .build(),
                        policy + ".gang.minCount"),
                fault(
                        template -> template.toBuilder()
                                .schedulingPolicy(
                                        SchedulingPolicy.of(new SchedulingPolicy.Basic(), new SchedulingPolicy.Gang(1)))
                                .build(),
                        policy)));
        if (version != ApiVersion.V1ALPHA1) {
            faults.addAll(List.of(
                    fault(
                            template -> template.toBuilder()
                                    .schedulingConstraints(SchedulingConstraints.sameDomain(""))
                                    .build(),
                            ".schedulingConstraints.topology[0].key"),
                    fault(
                            template -> template.toBuilder()
                                    .schedulingConstraints(SchedulingConstraints.sameDomain("Example.com/x"))
                                    .build(),
                            ".schedulingConstraints.topology[0].key"),
                    fault(
                            template -> template.toBuilder()
                                    .resourceClaims(Collections.nCopies(
                                            5, new PodGroupResourceClaim("a", ClaimSource.of("b", null))))
                                    .build(),
                            ".resourceClaims"),
                    fault(
                            template -> template.toBuilder()
                                    .resourceClaims(new PodGroupResourceClaim("a", ClaimSource.NONE))
                                    .build(),
                            ".resourceClaims[0]"),
                    fault(
                            template -> template.toBuilder()
                                    .resourceClaims(new PodGroupResourceClaim("a", ClaimSource.of("", null)))
                                    .build(),
                            ".resourceClaims[0].resourceClaimName"),
                    fault(
                            template -> template.toBuilder()
                                    .disruptionMode(DisruptionMode.of(true, true))
                                    .build(),
                            ".disruptionMode"),
                    new Fault(
                            template -> template.toBuilder()
                                    .priorityClassName("a/b")
                                    .build(),
                            ".priorityClassName",
                            false),
                    new Fault(
                            template ->
                                    template.toBuilder().priority(1_000_000_001).build(),
                            ".priority",
                            false)));
        }
        return faults;
    }

    @Property(seed = "16")
    void oneFaultIsFoundAtItsPlaceAndNothingElse(
            @ForAll("workloads") Workload workload,
            @ForAll @IntRange(max = 1000) int which,
            @ForAll @IntRange(max = 7) int where) {
        List<Fault> faults = faults(workload.apiVersion());
        Fault fault = faults.get(which % faults.size());
        List<PodGroupTemplate> templates = new ArrayList<>(workload.spec().podGroupTemplates());
        int index = where % templates.size();
        templates.set(index, fault.inject.apply(templates.get(index)));
        WorkloadSpec spec = workload.spec().withPodGroupTemplates(templates);
        String list = workload.apiVersion() == ApiVersion.V1ALPHA1 ? "spec.podGroups[" : "spec.podGroupTemplates[";
        Set<String> places = RULES.checkCreate(workload.withSpec(spec)).stream()
                .map(violation -> violation.path().toString())
                .collect(Collectors.toSet());
        assertThat(places).contains(list + index + "]" + fault.below);
        places.remove(list + index + "]" + fault.below);
        if (!fault.sameAlone && workload.apiVersion().isAtLeast(ApiVersion.V1ALPHA3)) {
            places.remove("spec");
        }
        assertThat(places).isEmpty();
    }

    @Property(seed = "17")
    void aFaultOfTheWholeIsFoundAtItsPlaceAndNothingElse(@ForAll("workloads") Workload workload) {
        WorkloadSpec spec = workload.spec();
        assertThat(places(workload.withSpec(spec.withControllerRef(new ControllerRef("", "", "x")))))
                .containsExactly("spec.controllerRef.kind");
        assertThat(places(workload.withMetadata(workload.metadata().toBuilder()
                        .name("Bad Name")
                        .generateName("")
                        .build())))
                .containsExactly("metadata.name");
        assertThat(places(workload.withMetadata(workload.metadata().toBuilder()
                        .labels(Map.of("a/b/c", "x"))
                        .build())))
                .containsExactly("metadata.labels");
        List<PodGroupTemplate> twice = new ArrayList<>(spec.podGroupTemplates().subList(0, 1));
        twice.add(twice.get(0));
        String list =
                workload.apiVersion() == ApiVersion.V1ALPHA1 ? "spec.podGroups[1].name" : "spec.podGroupTemplates[1]";
        assertThat(places(workload.withSpec(spec.withPodGroupTemplates(twice)))).containsExactly(list);
    }

    private static Set<String> places(Workload workload) {
        return RULES.checkCreate(workload).stream()
                .map(Violation::path)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
