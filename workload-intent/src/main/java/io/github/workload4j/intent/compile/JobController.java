package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Job controller of a release makes of a {@link Job}: a Workload, a PodGroup, pods.
 *
 * <p>A Job is taken as new: no pod of it was ever made. A Workload or PodGroup that it made before is not looked for.
 */
public final class JobController {

    private static final String TEMPLATE_ANNOTATION = "scheduling.k8s.io/group-template-name";
    private static final String WORKLOAD_ANNOTATION = "scheduling.k8s.io/workload-name";
    private static final String PARENT_ANNOTATION = "scheduling.k8s.io/parent-compositepodgroup";

    private static final String TEMPLATE_SUFFIX = "-pgt-0";
    private static final int LONGEST_LABEL = 63;

    private final KubernetesRelease release;
    private final boolean makesGroups;

    private JobController(KubernetesRelease release, boolean makesGroups) {
        this.release = release;
        this.makesGroups = makesGroups;
    }

    /** {@return the controller of a release on which everything of the Workload API is on; by default it is off} */
    public static JobController of(KubernetesRelease release) {
        return of(ClusterSetup.of(requireNonNull(release, "release")));
    }

    /**
     * {@return the controller of a cluster; without a release said, that of the newest final one}
     *
     * <p>It makes pods only, if {@code WorkloadWithJob} is off.
     */
    public static JobController of(ClusterSetup cluster) {
        requireNonNull(cluster, "cluster");
        KubernetesRelease release = cluster.release().orElseGet(KubernetesRelease::newestFinal);
        FeatureGates gates = cluster.gatesOf(release);
        boolean makesGroups =
                gates.isOn(FeatureGate.GENERIC_WORKLOAD, release) && gates.isOn(FeatureGate.WORKLOAD_WITH_JOB, release);
        return new JobController(release, makesGroups);
    }

    /**
     * {@return what is made of a Job}
     *
     * @param workloads Workloads that are there already: a Job may be told to take a template of one of them
     */
    public JobObjects objects(Job job, Workload... workloads) {
        requireNonNull(job, "job");
        requireNonNull(workloads, "workloads");
        if (!makesGroups || job.spec().template().spec().schedulingGroup() != null) {
            return onlyPods(job);
        }
        if (!release.isAtLeast(KubernetesRelease.V1_37)) {
            return isFixedGang(job.spec()) ? workloadAndGroup(job, gangOfAll(job)) : onlyPods(job);
        }
        boolean owned = controllerOf(job) != null;
        boolean named = annotation(job, TEMPLATE_ANNOTATION) != null;
        if (!release.isAtLeast(KubernetesRelease.V1_38)) {
            if (!owned) {
                return workloadAndGroup(job, compiled(job));
            }
            return named ? groupOfOwner(job, workloads) : onlyPods(job);
        }
        if (named || annotation(job, WORKLOAD_ANNOTATION) != null) {
            return groupOfNamed(job, workloads);
        }
        return owned && job.spec().scheduling() == null ? onlyPods(job) : workloadAndGroup(job, compiled(job));
    }

    private JobObjects onlyPods(Job job) {
        return new JobObjects(null, null, new JobPods(job, null), null);
    }

    private JobObjects workloadAndGroup(Job job, Workload workload) {
        OwnerReference asOwner = new OwnerReference(
                workload.groupVersion(),
                workload.kind(),
                workload.metadata().name(),
                workload.metadata().uid(),
                null,
                null);
        PodGroup group =
                group(job, workload, workload.spec().podGroupTemplates().get(0), asOwner);
        return new JobObjects(workload, group, new JobPods(job, group.metadata().name()), null);
    }

    /** 1.37: the template of the Workload that the Job's controller has; until it is there, pods without a group. */
    private JobObjects groupOfOwner(Job job, Workload[] workloads) {
        OwnerReference owner = requireNonNull(controllerOf(job));
        String name = requireNonNull(annotation(job, TEMPLATE_ANNOTATION));
        ControllerRef reference = WorkloadCompiler.reference(owner).orElse(null);
        Workload parent = Arrays.stream(workloads)
                .filter(each -> isBeside(job, each))
                .filter(each ->
                        reference != null && reference.equals(each.spec().controllerRef()))
                .findFirst()
                .orElse(null);
        PodGroupTemplate template = parent == null
                ? null
                : parent.spec().podGroupTemplates().stream()
                        .filter(each -> name.isEmpty() || each.name().equals(name))
                        .findFirst()
                        .orElse(null);
        if (template == null) {
            String workload = parent == null ? "" : parent.metadata().name();
            return new JobObjects(null, null, new JobPods(job, null), new TemplateRef.Named(workload, name));
        }
        PodGroup group = group(job, parent, template, null);
        return new JobObjects(null, group, new JobPods(job, group.metadata().name()), null);
    }

    /** 1.38: the template that annotations name; until it is there, no pods. */
    private JobObjects groupOfNamed(Job job, Workload[] workloads) {
        String workloadName = orEmpty(annotation(job, WORKLOAD_ANNOTATION));
        String templateName = orEmpty(annotation(job, TEMPLATE_ANNOTATION));
        for (Workload workload : workloads) {
            if (!isBeside(job, workload) || !workload.metadata().name().equals(workloadName)) {
                continue;
            }
            for (PodGroupTemplate template : workload.spec().podGroupTemplates()) {
                if (template.name().equals(templateName)) {
                    PodGroup group = group(job, workload, template, null);
                    return new JobObjects(
                            null, group, new JobPods(job, group.metadata().name()), null);
                }
            }
        }
        return new JobObjects(null, null, List.of(), new TemplateRef.Named(workloadName, templateName));
    }

    private PodGroup group(
            Job job, Workload workload, PodGroupTemplate template, @Nullable OwnerReference workloadAsOwner) {
        String name = GeneratedNames.podGroup(
                release,
                workload.metadata().name(),
                template.name(),
                job.metadata().uid());
        OwnerReference[] owners = workloadAsOwner == null
                ? new OwnerReference[] {JobPods.owner(job)}
                : new OwnerReference[] {JobPods.owner(job), workloadAsOwner};
        PodGroup group = WorkloadGroups.of(release, workload).podGroup(name, template.name(), owners);
        String parent = annotation(job, PARENT_ANNOTATION);
        if (!release.isAtLeast(KubernetesRelease.V1_38) || parent == null || parent.isEmpty()) {
            return group;
        }
        return group.withSpec(
                group.spec().toBuilder().parentCompositePodGroupName(parent).build());
    }

    /** 1.37 and later: the user's blocks over one by one; a gang without a count is as large as the parallelism. */
    private Workload compiled(Job job) {
        JobSpec spec = job.spec();
        int atOnce = Math.max(1, spec.parallelism() == null ? 1 : spec.parallelism());
        WorkloadItem item = WorkloadItem.builder(templateName(job))
                .path(FieldPath.root("spec").child("scheduling"))
                .defaults(SchedulingConfig.basic()
                        .withPriorityClassName(spec.template().spec().priorityClassName()))
                .input(ItemInput.Leaf.of(spec.scheduling()))
                .callback(config -> config.withDefaultMinCount(atOnce))
                .build();
        return WorkloadCompiler.of(release)
                .compile(job.metadata().namespace(), workloadName(job), JobPods.owner(job), item);
    }

    /** 1.36: pods that run all at once, each with a number of its own. */
    private static boolean isFixedGang(JobSpec spec) {
        return spec.isIndexed()
                && spec.parallelism() != null
                && spec.parallelism() > 1
                && spec.parallelism().equals(spec.completions());
    }

    private static Workload gangOfAll(Job job) {
        OwnerReference owner = JobPods.owner(job);
        PodGroupTemplate template = PodGroupTemplate.gang(
                JobPods.name(job) + TEMPLATE_SUFFIX, job.spec().parallelism());
        ObjectMeta metadata = ObjectMeta.builder()
                .namespace(job.metadata().namespace())
                .name(workloadName(job))
                .ownerReferences(owner)
                .build();
        return new Workload(
                ApiVersion.V1ALPHA2,
                metadata,
                new WorkloadSpec(new ControllerRef("batch", job.kind(), owner.name()), List.of(template), List.of()));
    }

    private static String workloadName(Job job) {
        return GeneratedNames.workload(JobPods.name(job), job.metadata().uid());
    }

    /** From 1.38 on it is a label, however long the Job's name is. */
    private String templateName(Job job) {
        String name = JobPods.name(job);
        int most = LONGEST_LABEL - TEMPLATE_SUFFIX.length();
        boolean cut = release.isAtLeast(KubernetesRelease.V1_38) && name.length() > most;
        return (cut ? name.substring(0, most) : name) + TEMPLATE_SUFFIX;
    }

    private static boolean isBeside(Job job, Workload workload) {
        return workload.metadata().namespace().equals(job.metadata().namespace());
    }

    private static @Nullable OwnerReference controllerOf(Job job) {
        return job.metadata().ownerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.controller()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String annotation(Job job, String key) {
        return job.metadata().annotations().get(key);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "Job controller of " + release + (makesGroups ? "" : ", which makes no groups");
    }
}
