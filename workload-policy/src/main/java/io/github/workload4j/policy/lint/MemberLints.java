package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.policy.lint.Stream.Key;
import io.github.workload4j.policy.lint.Stream.Member;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Groups and the pods that refer to them: too few, none, or pods that do not go together. */
final class MemberLints {

    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final FieldPath MIN_COUNT =
            SPEC.child("schedulingPolicy").child("gang").child("minCount");

    private MemberLints() {}

    /** A group of {@code v1alpha1}. */
    private record EmbeddedGroup(String namespace, String workload, String group) {}

    static void check(Stream stream, Warnings warnings) {
        Map<EmbeddedGroup, Map<String, List<Member>>> embedded = new LinkedHashMap<>();
        Map<Key, List<Member>> members = new LinkedHashMap<>();
        for (Member pod : stream.pods) {
            WorkloadRef reference = pod.pod().spec().workloadRef();
            if (reference != null) {
                embedded.computeIfAbsent(
                                new EmbeddedGroup(pod.namespace(), reference.name(), reference.podGroup()),
                                group -> new TreeMap<>())
                        .computeIfAbsent(reference.podGroupReplicaKey(), key -> new ArrayList<>())
                        .add(pod);
            } else if (pod.pod().spec().schedulingGroup() != null
                    && pod.pod().spec().schedulingGroup().podGroupName() != null) {
                members.computeIfAbsent(
                                new Key(
                                        pod.namespace(),
                                        pod.pod().spec().schedulingGroup().podGroupName()),
                                group -> new ArrayList<>())
                        .add(pod);
            }
        }
        Set<Key> workloadsWithMembers = new HashSet<>();
        embedded.keySet().forEach(group -> workloadsWithMembers.add(new Key(group.namespace, group.workload)));
        for (Placed<Workload> workload : stream.workloads.all()) {
            if (workload.object().apiVersion() == ApiVersion.V1ALPHA1) {
                boolean hasMembers = workloadsWithMembers.contains(new Key(workload.namespace(), workload.name()));
                embeddedGroups(workload, embedded, hasMembers, warnings);
            }
        }
        Set<String> namespacesWithMembers = new HashSet<>();
        members.keySet().forEach(group -> namespacesWithMembers.add(group.namespace()));
        stream.podGroups.forEach((key, group) -> podGroup(
                group,
                members.getOrDefault(key, List.of()),
                namespacesWithMembers.contains(key.namespace()),
                warnings));
        embedded.values().forEach(instances -> instances.values().forEach(pods -> alike(pods, warnings)));
        members.values().forEach(pods -> alike(pods, warnings));
        stream.jobs.forEach(job -> job(job, warnings));
        childGroups(stream, warnings);
    }

    private static void embeddedGroups(
            Placed<Workload> workload,
            Map<EmbeddedGroup, Map<String, List<Member>>> embedded,
            boolean hasMembers,
            Warnings warnings) {
        List<PodGroupTemplate> groups = workload.object().spec().podGroupTemplates();
        for (int i = 0; i < groups.size(); i++) {
            FieldPath path = Templates.groups(ApiVersion.V1ALPHA1).index(i);
            PodGroupTemplate group = groups.get(i);
            Map<String, List<Member>> instances = embedded.getOrDefault(
                    new EmbeddedGroup(workload.namespace(), workload.name(), group.name()), Map.of());
            if (instances.isEmpty()) {
                if (hasMembers) {
                    warnings.add(
                            workload.index(),
                            path.child("name"),
                            Lint.GROUP_WITHOUT_PODS,
                            "no pod of the stream is in group `" + group.name()
                                    + "`, though pods are in others of this Workload",
                            "name it in the pods' workloadRef.podGroup, or remove it");
                }
                continue;
            }
            SchedulingPolicy.Gang gang = group.schedulingPolicy().gang();
            FieldPath count = path.child("policy").child("gang").child("minCount");
            instances.forEach((key, pods) -> {
                if (gang != null && gang.minCount() > alive(pods)) {
                    String which = key.isEmpty() ? "" : " with replica key `" + key + "`";
                    tooFew(workload.index(), count, gang.minCount(), alive(pods), which, warnings);
                }
            });
            List<Member> keyless = instances.get("");
            if (keyless != null && instances.size() > 1) {
                warnings.add(
                        keyless.get(0).index(),
                        keyless.get(0).at("workloadRef").child("podGroupReplicaKey"),
                        Lint.REPLICA_KEY_ON_SOME_PODS,
                        alive(keyless) + " of the pods of group `" + group.name()
                                + "` have no replica key, others have one",
                        "give every pod of the group a key, or none");
            }
        }
    }

    private static void podGroup(
            Placed<PodGroup> group, List<Member> pods, boolean othersHaveMembers, Warnings warnings) {
        if (pods.isEmpty()) {
            if (othersHaveMembers && !group.name().isEmpty()) {
                warnings.add(
                        group.index(),
                        FieldPath.root("metadata").child("name"),
                        Lint.GROUP_WITHOUT_PODS,
                        "no pod of the stream is in PodGroup `" + group.name()
                                + "`, though pods are in others of its namespace",
                        "name it in the pods' schedulingGroup.podGroupName, or remove it");
            }
            return;
        }
        SchedulingPolicy.Gang gang = group.object().spec().schedulingPolicy().gang();
        if (gang != null && gang.minCount() > alive(pods)) {
            tooFew(group.index(), MIN_COUNT, gang.minCount(), alive(pods), "", warnings);
        }
        Integer priority = group.object().spec().priority();
        for (Member pod : pods) {
            Integer ofPod = pod.pod().spec().priority();
            if (priority != null && ofPod != null && !priority.equals(ofPod)) {
                warnings.add(
                        pod.index(),
                        pod.at("priority"),
                        Lint.DIFFERENT_PRIORITIES,
                        "the pod has priority " + ofPod + ", its group `" + group.name() + "` has " + priority,
                        "give both the same priority class");
                break;
            }
        }
        claims(group, pods, warnings);
    }

    private static void claims(Placed<PodGroup> group, List<Member> pods, Warnings warnings) {
        Map<String, List<PodGroupResourceClaim>> shared = new HashMap<>();
        for (PodGroupResourceClaim claim : group.object().spec().resourceClaims()) {
            shared.computeIfAbsent(claim.name(), name -> new ArrayList<>()).add(claim);
        }
        for (Member pod : pods) {
            List<PodResourceClaim> claims = pod.pod().spec().resourceClaims();
            for (int i = 0; i < claims.size(); i++) {
                PodResourceClaim claim = claims.get(i);
                for (PodGroupResourceClaim sameName : shared.getOrDefault(claim.name(), List.of())) {
                    if (!hasSameSource(claim, sameName)) {
                        warnings.add(
                                pod.index(),
                                pod.at("resourceClaims").index(i),
                                Lint.CLAIM_NOT_SHARED,
                                "claim `" + claim.name() + "` has another source than that of group `" + group.name()
                                        + "`",
                                "give it the same source, or another name");
                    }
                }
            }
        }
    }

    private static boolean hasSameSource(PodResourceClaim claim, PodGroupResourceClaim shared) {
        return Objects.equals(shared.source().resourceClaimName(), claim.resourceClaimName())
                && Objects.equals(shared.source().resourceClaimTemplateName(), claim.resourceClaimTemplateName());
    }

    private static void tooFew(int object, FieldPath path, int minCount, int pods, String which, Warnings warnings) {
        String are = pods == 1 ? "1 pod of the stream is" : pods + " pods of the stream are";
        warnings.add(
                object,
                path,
                Lint.MIN_COUNT_ABOVE_PODS,
                "the group needs " + minCount + " pods at once, and only " + are + " in it" + which,
                "lower minCount to " + Math.max(pods, 1) + ", or add " + (minCount - pods)
                        + (minCount - pods == 1 ? " pod" : " pods"));
    }

    private static int alive(List<Member> pods) {
        long alive = 0;
        for (Member pod : pods) {
            alive += pod.pod().isFinished() ? 0 : pod.count();
        }
        return (int) Math.min(alive, Integer.MAX_VALUE);
    }

    /** The first pod of a group says what the others must be like. */
    private static void alike(List<Member> pods, Warnings warnings) {
        Pod first = pods.get(0).pod();
        boolean schedulers = true;
        boolean priorities = true;
        for (Member placed : pods) {
            Pod pod = placed.pod();
            if (schedulers && !scheduler(pod).equals(scheduler(first))) {
                warnings.add(
                        placed.index(),
                        placed.at("schedulerName"),
                        Lint.DIFFERENT_SCHEDULERS,
                        "the scheduler is `" + scheduler(pod) + "`, that of `"
                                + first.metadata().name() + "` in the same group `" + scheduler(first) + "`",
                        "use one scheduler for all pods of a group");
                schedulers = false;
            }
            boolean sameClass =
                    pod.spec().priorityClassName().equals(first.spec().priorityClassName());
            if (priorities
                    && !(sameClass
                            && Objects.equals(
                                    pod.spec().priority(), first.spec().priority()))) {
                warnings.add(
                        placed.index(),
                        placed.at(sameClass ? "priority" : "priorityClassName"),
                        Lint.DIFFERENT_PRIORITIES,
                        "the priority is " + priority(pod) + ", that of `"
                                + first.metadata().name() + "` in the same group " + priority(first),
                        "use one priority class for all pods of a group");
                priorities = false;
            }
        }
    }

    private static String scheduler(Pod pod) {
        return pod.spec().schedulerName().isEmpty()
                ? "default-scheduler"
                : pod.spec().schedulerName();
    }

    private static String priority(Pod pod) {
        String name = pod.spec().priorityClassName();
        String value =
                pod.spec().priority() == null ? "" : pod.spec().priority().toString();
        if (name.isEmpty()) {
            return value.isEmpty() ? "not set" : value;
        }
        return "`" + name + "`" + (value.isEmpty() ? "" : " (" + value + ")");
    }

    private static void job(Placed<Job> job, Warnings warnings) {
        JobScheduling scheduling = job.object().spec().scheduling();
        WorkloadPodGroupSchedulingPolicy policy = scheduling == null ? null : scheduling.schedulingPolicy();
        WorkloadPodGroupSchedulingPolicy.Gang gang = policy == null ? null : policy.gang();
        if (gang == null) {
            return;
        }
        int parallelism = Objects.requireNonNullElse(job.object().spec().parallelism(), 1);
        int minCount = Objects.requireNonNullElse(gang.minCount(), parallelism);
        int completions = Objects.requireNonNullElse(job.object().spec().completions(), parallelism);
        int atOnce = Math.min(parallelism, completions);
        if (minCount > atOnce && parallelism > 0) {
            FieldPath path = SPEC.child("scheduling").child("schedulingPolicy").child("gang");
            warnings.add(
                    job.index(),
                    gang.minCount() == null ? path : path.child("minCount"),
                    Lint.MIN_COUNT_ABOVE_PARALLELISM,
                    "the gang needs " + minCount + (gang.minCount() == null ? " pods (its parallelism)" : " pods")
                            + " at once, and the Job runs at most " + atOnce,
                    "raise " + (atOnce == parallelism ? "parallelism" : "completions") + " to " + minCount
                            + ", or "
                            + (gang.minCount() == null ? "set minCount to " + atOnce : "lower minCount"));
        }
    }

    private static void childGroups(Stream stream, Warnings warnings) {
        Map<Key, Integer> children = new LinkedHashMap<>();
        for (Placed<? extends GroupObject> group : stream.groups()) {
            String parent = group.object().spec().parentCompositePodGroupName();
            if (parent != null) {
                children.merge(new Key(group.namespace(), parent), 1, Integer::sum);
            }
        }
        for (Placed<CompositePodGroup> group : stream.composites.all()) {
            Integer count = children.get(new Key(group.namespace(), group.name()));
            var gang = group.object().spec().schedulingPolicy().gang();
            if (count != null && gang != null && gang.minGroupCount() > count) {
                warnings.add(
                        group.index(),
                        SPEC.child("schedulingPolicy").child("gang").child("minGroupCount"),
                        Lint.MIN_GROUP_COUNT_ABOVE_GROUPS,
                        "the group needs " + gang.minGroupCount() + " child groups at once, and the stream has "
                                + count,
                        "lower minGroupCount to " + count + ", or add groups with this parent");
            }
        }
    }
}
