package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupResourceClaimStatus;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Arbitrary objects of {@code scheduling.k8s.io}, and Jobs that ask for a group. */
final class SchedulingArbitraries {

    private final Words words;
    private final MetaArbitraries meta;
    private final GroupArbitraries parts;

    SchedulingArbitraries(Words words) {
        this.words = words;
        this.meta = new MetaArbitraries(words);
        this.parts = new GroupArbitraries(words);
    }

    Arbitrary<Workload> workloads(ApiVersion version) {
        return Combinators.combine(meta.namespaced(), workloadSpec(version))
                .as((metadata, spec) -> new Workload(version, metadata, spec));
    }

    private Arbitrary<WorkloadSpec> workloadSpec(ApiVersion version) {
        Arbitrary<Optional<ControllerRef>> controller = Combinators.combine(
                        MetaArbitraries.sometimes(words.subdomain()), words.segment(), words.segment())
                .as(ControllerRef::new)
                .optional(0.4);
        Arbitrary<List<PodGroupTemplate>> flat = parts.named(template(version), PodGroupTemplate::name, 1);
        if (!version.isAtLeast(ApiVersion.V1ALPHA3)) {
            return Combinators.combine(controller, flat)
                    .as((ref, groups) -> new WorkloadSpec(ref.orElse(null), groups, List.of()));
        }
        Arbitrary<List<CompositePodGroupTemplate>> nested = composites(version, 3, 1);
        Arbitrary<WorkloadSpec> either = Arbitraries.frequencyOf(
                Tuple.of(2, flat.map(groups -> new WorkloadSpec(null, groups, List.of()))),
                Tuple.of(1, nested.map(groups -> new WorkloadSpec(null, List.of(), groups))));
        Arbitrary<WorkloadSpec> both = Combinators.combine(flat, nested)
                .as((groups, composites) -> new WorkloadSpec(null, groups, composites));
        Arbitrary<WorkloadSpec> templates =
                words.valid() ? onePriority(either) : Arbitraries.frequencyOf(Tuple.of(3, either), Tuple.of(1, both));
        return Combinators.combine(controller, templates).as((ref, spec) -> spec.withControllerRef(ref.orElse(null)));
    }

    private Arbitrary<PodGroupTemplate> template(ApiVersion version) {
        Arbitrary<PodGroupTemplate> brief =
                Combinators.combine(words.label(), parts.policy()).as(PodGroupTemplate::of);
        if (version == ApiVersion.V1ALPHA1) {
            return brief;
        }
        Arbitrary<PodGroupTemplate> full = Combinators.combine(
                        words.label(),
                        parts.policy(),
                        parts.constraints().injectNull(0.6),
                        parts.claims(),
                        parts.disruptionMode(version),
                        parts.priorityClassName(),
                        words.priority().injectNull(0.6),
                        parts.preemptionPolicy())
                .as((name, policy, constraints, claims, mode, priorityClass, priority, preemption) ->
                        new PodGroupTemplate(
                                name,
                                policy,
                                constraints,
                                claims,
                                mode.orElse(null),
                                priorityClass,
                                priority,
                                version == ApiVersion.V1ALPHA2 ? null : preemption.orElse(null)));
        return Arbitraries.frequencyOf(Tuple.of(1, brief), Tuple.of(2, full));
    }

    private Arbitrary<List<CompositePodGroupTemplate>> composites(ApiVersion version, int depth, int least) {
        Arbitrary<List<PodGroupTemplate>> leaves =
                template(version).list().ofMinSize(words.valid() ? 1 : 0).ofMaxSize(2);
        Arbitrary<List<CompositePodGroupTemplate>> children = depth <= 1
                ? Arbitraries.just(List.of())
                : GroupArbitraries.mostlyNone(composites(version, depth - 1, 0), List.of());
        Arbitrary<CompositePodGroupTemplate> one = Builders.withBuilder(CompositePodGroupTemplate::builder)
                .use(words.label())
                .in(CompositePodGroupTemplate.Builder::name)
                .use(parts.compositePolicy())
                .in(CompositePodGroupTemplate.Builder::schedulingPolicy)
                .use(parts.constraints().injectNull(0.6))
                .in(CompositePodGroupTemplate.Builder::schedulingConstraints)
                .use(parts.disruptionMode(version))
                .in((builder, mode) -> builder.disruptionMode(mode.orElse(null)))
                .use(parts.priorityClassName())
                .in(CompositePodGroupTemplate.Builder::priorityClassName)
                .use(words.priority().injectNull(0.6))
                .in(CompositePodGroupTemplate.Builder::priority)
                .use(parts.preemptionPolicy())
                .in((builder, policy) -> builder.preemptionPolicy(policy.orElse(null)))
                .use(leaves)
                .in((builder, groups) -> builder.podGroupTemplates(groups))
                .use(children)
                .in((builder, groups) -> builder.compositePodGroupTemplates(groups))
                .build(CompositePodGroupTemplate.Builder::build);
        return one.list().ofMinSize(least).ofMaxSize(2);
    }

    /** One priority and no name twice in the whole tree. */
    private Arbitrary<WorkloadSpec> onePriority(Arbitrary<WorkloadSpec> specs) {
        return Combinators.combine(
                        specs, parts.priorityClassName(), words.priority().injectNull(0.6))
                .as((spec, priorityClass, priority) -> {
                    GroupArbitraries.FreshNames names = new GroupArbitraries.FreshNames();
                    return new WorkloadSpec(
                            spec.controllerRef(),
                            leaves(spec.podGroupTemplates(), names, priorityClass, priority),
                            composites(spec.compositePodGroupTemplates(), names, priorityClass, priority));
                });
    }

    private static List<PodGroupTemplate> leaves(
            List<PodGroupTemplate> templates,
            GroupArbitraries.FreshNames names,
            String priorityClass,
            Integer priority) {
        return templates.stream()
                .map(template -> template.toBuilder()
                        .name(names.of(template.name()))
                        .priorityClassName(priorityClass)
                        .priority(priority)
                        .build())
                .toList();
    }

    private static List<CompositePodGroupTemplate> composites(
            List<CompositePodGroupTemplate> templates,
            GroupArbitraries.FreshNames names,
            String priorityClass,
            Integer priority) {
        return templates.stream()
                .map(template -> template.toBuilder()
                        .name(names.of(template.name()))
                        .priorityClassName(priorityClass)
                        .priority(priority)
                        .podGroupTemplates(leaves(template.podGroupTemplates(), names, priorityClass, priority))
                        .compositePodGroupTemplates(
                                composites(template.compositePodGroupTemplates(), names, priorityClass, priority))
                        .build())
                .toList();
    }

    Arbitrary<PodGroup> podGroups(ApiVersion version) {
        requireAtLeast(version, ApiVersion.V1ALPHA2, "PodGroup");
        Arbitrary<PodGroupSpec> specs = Builders.withBuilder(PodGroupSpec::builder)
                .use(words.subdomain().injectNull(0.7))
                .in(PodGroupSpec.Builder::parentCompositePodGroupName)
                .use(parts.templateRef(version).injectNull(0.3))
                .in(PodGroupSpec.Builder::workloadRef)
                .use(parts.policy())
                .in(PodGroupSpec.Builder::schedulingPolicy)
                .use(parts.constraints().injectNull(0.6))
                .in(PodGroupSpec.Builder::schedulingConstraints)
                .use(parts.claims())
                .in((builder, claims) -> builder.resourceClaims(claims))
                .use(parts.disruptionMode(version))
                .in((builder, mode) -> builder.disruptionMode(mode.orElse(null)))
                .use(parts.priorityClassName())
                .in(PodGroupSpec.Builder::priorityClassName)
                .use(words.priority().injectNull(0.6))
                .in(PodGroupSpec.Builder::priority)
                .use(parts.preemptionPolicy())
                .in((builder, policy) -> builder.preemptionPolicy(policy.orElse(null)))
                .build(PodGroupSpec.Builder::build)
                .map(spec -> placed(spec, version));
        String scheduled = version == ApiVersion.V1ALPHA2 ? "PodGroupScheduled" : "PodGroupInitiallyScheduled";
        return Combinators.combine(meta.namespaced(), specs, conditions(scheduled), claimStatuses())
                .as((metadata, spec, conditions, claims) -> new PodGroup(
                        version,
                        metadata,
                        spec,
                        new PodGroupStatus(conditions, ofTheSpec(claims, spec.resourceClaims()))));
    }

    /** Only what the version has a place for, and, if rules are kept, no parent without a template. */
    private PodGroupSpec placed(PodGroupSpec spec, ApiVersion version) {
        boolean orphan = words.valid() && spec.workloadRef() == null;
        PodGroupSpec.Builder builder = spec.toBuilder();
        if (orphan || !version.isAtLeast(ApiVersion.V1ALPHA3)) {
            builder.parentCompositePodGroupName(null);
        }
        if (!version.isAtLeast(ApiVersion.V1ALPHA3)) {
            builder.preemptionPolicy(null);
        }
        return builder.build();
    }

    private List<PodGroupResourceClaimStatus> ofTheSpec(
            List<PodGroupResourceClaimStatus> statuses, List<PodGroupResourceClaim> claims) {
        if (!words.valid()) {
            return statuses;
        }
        return java.util.stream.IntStream.range(0, Math.min(statuses.size(), claims.size()))
                .mapToObj(i -> new PodGroupResourceClaimStatus(
                        claims.get(i).name(), statuses.get(i).resourceClaimName()))
                .toList();
    }

    private Arbitrary<List<PodGroupResourceClaimStatus>> claimStatuses() {
        return Combinators.combine(words.label(), words.subdomain().injectNull(0.3))
                .as(PodGroupResourceClaimStatus::new)
                .list()
                .ofMaxSize(words.valid() ? 4 : 5);
    }

    private Arbitrary<List<Condition>> conditions(String scheduled) {
        Arbitrary<String> types = Arbitraries.of(scheduled, "DisruptionTarget");
        Arbitrary<Condition> one = meta.condition(words.valid() ? types : Arbitraries.oneOf(types, words.free()));
        return GroupArbitraries.mostlyNone(
                words.valid()
                        ? one.list().ofMaxSize(2).uniqueElements(Condition::type)
                        : one.list().ofMaxSize(3),
                List.of());
    }

    Arbitrary<CompositePodGroup> compositePodGroups() {
        ApiVersion version = ApiVersion.V1ALPHA3;
        Arbitrary<CompositePodGroupSpec> specs = Combinators.combine(
                        words.subdomain().injectNull(0.6),
                        words.valid()
                                ? parts.templateRef(version)
                                : parts.templateRef(version).injectNull(0.3),
                        parts.compositePolicy(),
                        parts.constraints().injectNull(0.6),
                        parts.disruptionMode(version),
                        parts.priorityClassName(),
                        words.priority().injectNull(0.6),
                        parts.preemptionPolicy())
                .as((parent, ref, policy, constraints, mode, priorityClass, priority, preemption) ->
                        new CompositePodGroupSpec(
                                parent,
                                ref,
                                policy,
                                constraints,
                                mode.orElse(null),
                                priorityClass,
                                priority,
                                preemption.orElse(null)));
        return Combinators.combine(meta.namespaced(), specs, conditions("CompositePodGroupInitiallyScheduled"))
                .as((metadata, spec, conditions) ->
                        new CompositePodGroup(version, metadata, spec, new CompositePodGroupStatus(conditions)));
    }

    Arbitrary<PriorityClass> priorityClasses() {
        Arbitrary<String> descriptions = MetaArbitraries.sometimes(Texts.unicode());
        return Combinators.combine(
                        meta.clusterWide(),
                        words.priority(),
                        Arbitraries.of(true, false),
                        descriptions,
                        parts.preemptionPolicy())
                .as((metadata, value, isDefault, description, preemption) ->
                        new PriorityClass(metadata, value, isDefault, description, preemption.orElse(null)));
    }

    /** Of a valid Job, the gang is no larger than what runs at a time, and only a gang is disrupted all together. */
    private JobSpec jobSpec(
            @Nullable Integer parallelism, @Nullable Integer completions, @Nullable JobScheduling scheduling) {
        if (!words.valid() || scheduling == null) {
            return jobSpec(parallelism, completions).scheduling(scheduling).build();
        }
        WorkloadPodGroupSchedulingPolicy policy = scheduling.schedulingPolicy();
        WorkloadPodGroupSchedulingPolicy.Gang gang = policy == null ? null : policy.gang();
        int atOnce = parallelism == null ? 1 : parallelism;
        boolean tooFew = gang != null && gang.minCount() != null && gang.minCount() > atOnce;
        return jobSpec(tooFew ? gang.minCount() : parallelism, completions)
                .scheduling(new JobScheduling(
                        policy,
                        scheduling.schedulingConstraints(),
                        scheduling.resourceClaims(),
                        gang == null ? null : scheduling.disruptionMode()))
                .build();
    }

    private static JobSpec.Builder jobSpec(@Nullable Integer parallelism, @Nullable Integer completions) {
        return JobSpec.builder().parallelism(parallelism).completions(completions);
    }

    Arbitrary<Job> jobs() {
        Arbitrary<WorkloadPodGroupSchedulingPolicy.Gang> gang =
                words.count().injectNull(0.4).map(WorkloadPodGroupSchedulingPolicy.Gang::new);
        Arbitrary<WorkloadPodGroupSchedulingPolicy> policy = Arbitraries.oneOf(
                gang.map(WorkloadPodGroupSchedulingPolicy.class::cast),
                Arbitraries.just(new WorkloadPodGroupSchedulingPolicy.Basic()));
        if (!words.valid()) {
            Arbitrary<WorkloadPodGroupSchedulingPolicy> several = gang.map(member ->
                    new WorkloadPodGroupSchedulingPolicy.Several(new WorkloadPodGroupSchedulingPolicy.Basic(), member));
            policy = Arbitraries.oneOf(policy, several, Arbitraries.just(new WorkloadPodGroupSchedulingPolicy.None()));
        }
        Arbitrary<JobScheduling> scheduling = Combinators.combine(
                        policy.injectNull(0.2),
                        parts.constraints().injectNull(0.5),
                        parts.claims(),
                        parts.disruptionMode(ApiVersion.V1ALPHA3))
                .as((one, constraints, claims, mode) -> new JobScheduling(one, constraints, claims, mode.orElse(null)));
        Arbitrary<JobSpec> specs = Combinators.combine(
                        words.count().injectNull(0.3), words.count().injectNull(0.3), scheduling.injectNull(0.2))
                .as(this::jobSpec);
        Arbitrary<JobSpec> whole = Combinators.combine(
                        specs, Arbitraries.of("", "Indexed", "NonIndexed"), Arbitraries.of(true, false), podTemplates())
                .as((spec, mode, suspend, template) -> spec.toBuilder()
                        .completionMode(mode)
                        .suspend(suspend)
                        .template(template)
                        .build());
        return Combinators.combine(meta.namespaced(), whole).as(Job::new);
    }

    /** What a Job's pods are made from; it names no group, as the Job may ask for one. */
    private Arbitrary<Pod> podTemplates() {
        return new CoreArbitraries(words)
                .pods(ApiVersion.V1BETA1)
                .map(pod -> new Pod(
                        ObjectMeta.builder()
                                .labels(pod.metadata().labels())
                                .annotations(pod.metadata().annotations())
                                .build(),
                        pod.spec().toBuilder().schedulingGroup(null).build(),
                        PodStatus.EMPTY));
    }

    private static void requireAtLeast(ApiVersion version, ApiVersion least, String kind) {
        if (!version.isAtLeast(least)) {
            throw new IllegalArgumentException("version: " + version.version() + " has no " + kind + " (expected: "
                    + least.version() + " or later)");
        }
    }
}
