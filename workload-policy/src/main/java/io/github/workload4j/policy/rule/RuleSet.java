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
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rules hold for which kind in which version. */
final class RuleSet {

    private static final Map<Class<?>, KindRules<?>> KINDS = List.<KindRules<?>>of(
                    new KindRules<>(
                            Workload.class,
                            RuleSet::createWorkload,
                            RuleSet::updateWorkload,
                            new KindRules.NoStatus<>()),
                    new KindRules<>(
                            PodGroup.class,
                            RuleSet::createPodGroup,
                            RuleSet::updatePodGroup,
                            StatusRules::checkPodGroup),
                    new KindRules<>(
                            CompositePodGroup.class,
                            (group, context, at) -> GroupRules.createCompositePodGroup(group.spec(), context, at),
                            (old, updated, context, at) ->
                                    GroupRules.updateCompositePodGroup(old.spec(), updated.spec(), context, at),
                            StatusRules::checkCompositePodGroup),
                    new KindRules<>(Pod.class, PodRules::create, PodRules::update, new KindRules.NoStatus<>()),
                    new KindRules<>(Job.class, RuleSet::createJob, RuleSet::updateJob, new KindRules.NoStatus<>()),
                    new KindRules<>(
                            PriorityClass.class,
                            (priorityClass, context, at) -> PriorityClassRules.create(priorityClass, at),
                            PriorityClassRules::update,
                            new KindRules.NoStatus<>()))
            .stream()
            .collect(Collectors.toUnmodifiableMap(KindRules::kind, Function.identity()));

    private RuleSet() {}

    /** {@return the kinds for which there are rules} */
    static Map<Class<?>, KindRules<?>> kinds() {
        return KINDS;
    }

    /** {@return the version at whose paths an object is judged; of an object of another API, the newest} */
    static ApiVersion version(ApiObject object) {
        return object instanceof SchedulingObject ours ? ours.apiVersion() : ApiVersion.V1BETA1;
    }

    /** {@return whether there are rules for an object: its kind is one of ours} */
    static boolean covers(ApiObject object) {
        return KINDS.containsKey(object.getClass());
    }

    /** Checks an object that is to be created. */
    static void create(ApiObject object, RuleContext context, Findings at) {
        KindRules<?> rules = KINDS.get(object.getClass());
        if (rules != null && ServedRules.serves(object, context, at)) {
            ObjectMetaRules.create(object.metadata(), isNamespaced(object), context, at);
            rules.checkCreate(object, context, at);
        }
    }

    /** Checks an object that is to replace a stored one of the same kind. */
    static void update(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        KindRules<?> rules = KINDS.get(updated.getClass());
        if (rules != null
                && ServedRules.serves(updated, context, at)
                && ObjectMetaRules.namesItsVersion(updated, context, at)) {
            ObjectMetaRules.update(old.metadata(), updated.metadata(), updated, context, at);
            rules.checkUpdate(old, updated, context, at);
        }
    }

    /** Checks an object whose status is to replace that of a stored one of the same kind. */
    static void statusUpdate(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        KindRules<?> rules = KINDS.get(updated.getClass());
        if (rules != null
                && rules.hasStatus()
                && rules.kind().isInstance(old)
                && ServedRules.serves(updated, context, at)
                && ObjectMetaRules.namesItsVersion(updated, context, at)) {
            ObjectMetaRules.update(old.metadata(), updated.metadata(), updated, context, at);
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
        if (context.isAtLeast(KubernetesRelease.V1_37)) {
            GroupRules.createPodGroup(group.spec(), context, at);
        } else {
            V1Alpha2Rules.createPodGroup(group.spec(), context, at);
        }
    }

    private static void updatePodGroup(PodGroup old, PodGroup updated, RuleContext context, Findings at) {
        if (context.isAtLeast(KubernetesRelease.V1_37)) {
            GroupRules.updatePodGroup(old.spec(), updated.spec(), context, at);
        } else {
            V1Alpha2Rules.updatePodGroup(old.spec(), updated.spec(), context, at);
        }
    }

    private static void createJob(Job job, RuleContext context, Findings at) {
        if (ServedRules.hasScheduling(job, context, at)) {
            JobRules.create(job.spec().scheduling(), context, at);
            JobGangRules.create(job, context, at);
        }
        PodRules.ofJob(job, context, at);
    }

    private static void updateJob(Job old, Job updated, RuleContext context, Findings at) {
        if (ServedRules.hasScheduling(updated, context, at)) {
            JobRules.update(old.spec().scheduling(), updated.spec().scheduling(), context, at);
            JobGangRules.update(old, updated, context, at);
        }
        PodRules.ofJob(updated, context, at);
    }

    private static boolean isNamespaced(ApiObject object) {
        return !(object instanceof PriorityClass);
    }
}
