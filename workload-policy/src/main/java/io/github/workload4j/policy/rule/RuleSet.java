package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rules hold for which kind in which version. */
final class RuleSet {

    private static final Map<Class<?>, KindRules<?>> KINDS = List.<KindRules<?>>of(
                    new KindRules<>(
                            Workload.class,
                            KindRules.ALWAYS,
                            RuleSet::createWorkload,
                            RuleSet::updateWorkload,
                            new KindRules.NoStatus<>()),
                    new KindRules<>(
                            PodGroup.class,
                            EnumSet.range(ApiVersion.V1ALPHA2, ApiVersion.V1BETA1),
                            RuleSet::createPodGroup,
                            RuleSet::updatePodGroup,
                            StatusRules::checkPodGroup),
                    new KindRules<>(
                            CompositePodGroup.class,
                            EnumSet.of(ApiVersion.V1ALPHA3),
                            (group, context, at) -> GroupRules.createCompositePodGroup(group.spec(), context, at),
                            (old, updated, context, at) ->
                                    GroupRules.updateCompositePodGroup(old.spec(), updated.spec(), context, at),
                            StatusRules::checkCompositePodGroup),
                    new KindRules<>(
                            Pod.class,
                            KindRules.ALWAYS,
                            PodRules::create,
                            (old, updated, context, at) -> PodRules.update(old, updated, at),
                            new KindRules.NoStatus<>()),
                    new KindRules<>(
                            Job.class,
                            KindRules.ALWAYS,
                            RuleSet::createJob,
                            RuleSet::updateJob,
                            new KindRules.NoStatus<>()),
                    new KindRules<>(
                            PriorityClass.class,
                            KindRules.ALWAYS,
                            (priorityClass, context, at) -> PriorityClassRules.create(priorityClass, at),
                            (old, updated, context, at) -> PriorityClassRules.update(old, updated, at),
                            new KindRules.NoStatus<>()))
            .stream()
            .collect(Collectors.toUnmodifiableMap(KindRules::kind, Function.identity()));

    private RuleSet() {}

    /** {@return the kinds for which there are rules} */
    static Map<Class<?>, KindRules<?>> kinds() {
        return KINDS;
    }

    /**
     * {@return the version of the Workload API that came with the release an object is written for; the newest if it
     * does not show}
     */
    static ApiVersion version(ApiObject object) {
        if (object instanceof SchedulingObject ours) {
            return ours.apiVersion();
        }
        return object instanceof Pod pod && pod.spec().workloadRef() != null ? ApiVersion.V1ALPHA1 : ApiVersion.V1BETA1;
    }

    /** {@return whether there are rules for an object: its kind is one of ours, and exists in the version} */
    static boolean covers(ApiObject object, RuleContext context) {
        return rules(object, context) != null;
    }

    private static @Nullable KindRules<?> rules(ApiObject object, RuleContext context) {
        KindRules<?> rules = KINDS.get(object.getClass());
        return rules != null && rules.versions().contains(context.version()) ? rules : null;
    }

    /** Checks an object that is to be created. */
    static void create(ApiObject object, RuleContext context, Findings at) {
        KindRules<?> rules = rules(object, context);
        if (rules != null) {
            ObjectMetaRules.create(object.metadata(), isNamespaced(object), context, at);
            rules.checkCreate(object, context, at);
        }
    }

    /** Checks an object that is to replace a stored one of the same kind. */
    static void update(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        KindRules<?> rules = rules(updated, context);
        if (rules != null) {
            ObjectMetaRules.update(old.metadata(), updated.metadata(), isNamespaced(updated), context, at);
            rules.checkUpdate(old, updated, context, at);
        }
    }

    /** Checks an object whose status is to replace that of a stored one of the same kind. */
    static void statusUpdate(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        KindRules<?> rules = rules(updated, context);
        if (rules != null && rules.hasStatus() && rules.kind().isInstance(old)) {
            ObjectMetaRules.update(old.metadata(), updated.metadata(), isNamespaced(updated), context, at);
            rules.checkStatus(old, updated, context, at);
        }
    }

    private static void createWorkload(Workload workload, RuleContext context, Findings at) {
        switch (context.version()) {
            case V1ALPHA1 -> V1Alpha1WorkloadRules.create(workload.spec(), at);
            case V1ALPHA2 -> V1Alpha2Rules.createWorkload(workload.spec(), context, at);
            case V1ALPHA3, V1BETA1 -> WorkloadRules.create(workload.spec(), context, at);
        }
    }

    private static void updateWorkload(Workload old, Workload updated, RuleContext context, Findings at) {
        switch (context.version()) {
            case V1ALPHA1 -> V1Alpha1WorkloadRules.update(old.spec(), updated.spec(), at);
            case V1ALPHA2 -> V1Alpha2Rules.updateWorkload(old.spec(), updated.spec(), at);
            case V1ALPHA3, V1BETA1 -> WorkloadRules.update(old.spec(), updated.spec(), context, at);
        }
    }

    private static void createPodGroup(PodGroup group, RuleContext context, Findings at) {
        if (context.isAtLeast137()) {
            GroupRules.createPodGroup(group.spec(), context, at);
        } else {
            V1Alpha2Rules.createPodGroup(group.spec(), context, at);
        }
    }

    private static void updatePodGroup(PodGroup old, PodGroup updated, RuleContext context, Findings at) {
        if (context.isAtLeast137()) {
            GroupRules.updatePodGroup(old.spec(), updated.spec(), context, at);
        } else {
            V1Alpha2Rules.updatePodGroup(old.spec(), updated.spec(), context, at);
        }
    }

    private static void createJob(Job job, RuleContext context, Findings at) {
        JobRules.create(job.spec().scheduling(), context, at);
        JobGangRules.check(job.spec(), context, at);
    }

    private static void updateJob(Job old, Job updated, RuleContext context, Findings at) {
        JobRules.update(old.spec().scheduling(), updated.spec().scheduling(), context, at);
        JobGangRules.check(updated.spec(), context, at);
    }

    private static boolean isNamespaced(ApiObject object) {
        return !(object instanceof PriorityClass);
    }
}
