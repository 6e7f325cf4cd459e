package io.github.workload4j.policy.lint;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects of one stream by kind and name, each with its position. Of two objects of one name the later counts. */
final class Stream {

    /** An object and its position. */
    record Placed<T extends ApiObject>(int index, T object) {

        String namespace() {
            return object.metadata().namespaceOrDefault();
        }

        String name() {
            return object.metadata().name();
        }
    }

    /**
     * A pod, or pods of one template.
     *
     * @param gang the gang that their object means by them; empty if it means none
     * @param together how many of them are in one such gang
     */
    record Member(int index, FieldPath spec, Pod pod, long count, boolean isTemplate, String gang, long together) {

        private static final FieldPath SPEC = FieldPath.root("spec");

        String namespace() {
            return pod.metadata().namespaceOrDefault();
        }

        FieldPath at(String field) {
            return spec.child(field);
        }
    }

    /** A name in a namespace. */
    record Key(String namespace, String name) {}

    /** How many names a suggestion lists at most. */
    static final int MAX_NAMES = 5;

    final List<Placed<ApiObject>> all = new ArrayList<>();
    final Named<Workload> workloads = new Named<>();
    final Named<PodGroup> podGroups = new Named<>();
    final Named<CompositePodGroup> composites = new Named<>();
    final Map<String, Placed<PriorityClass>> priorityClasses = new LinkedHashMap<>();
    final List<Member> pods = new ArrayList<>();
    final List<Placed<Job>> jobs = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    final Map<Key, PersistentVolumeClaim> claims = new HashMap<>();
    final Map<String, StorageClass> storageClasses = new HashMap<>();

    Stream(List<? extends ApiObject> objects, List<TemplatedPods> templates) {
        for (int i = 0; i < objects.size(); i++) {
            ApiObject object = objects.get(i);
            all.add(new Placed<>(i, object));
            if (object instanceof Workload workload) {
                workloads.add(i, workload);
            } else if (object instanceof PodGroup group) {
                podGroups.add(i, group);
            } else if (object instanceof CompositePodGroup group) {
                composites.add(i, group);
            } else if (object instanceof PriorityClass priorityClass) {
                priorityClasses.put(object.metadata().name(), new Placed<>(i, priorityClass));
            } else if (object instanceof Pod pod) {
                pods.add(new Member(i, Member.SPEC, pod, 1, false, "", 0));
            } else if (object instanceof Job job) {
                jobs.add(new Placed<>(i, job));
                pods.add(ofJob(i, job));
            } else if (object instanceof Node node) {
                nodes.add(node);
            } else if (object instanceof PersistentVolumeClaim claim) {
                claims.put(
                        new Key(
                                claim.metadata().namespaceOrDefault(),
                                claim.metadata().name()),
                        claim);
            } else if (object instanceof StorageClass storageClass) {
                storageClasses.put(storageClass.metadata().name(), storageClass);
            }
        }
        templates.forEach(each -> pods.add(
                new Member(each.object(), each.spec(), each.pod(), each.count(), true, each.gang(), each.together())));
    }

    private static Member ofJob(int index, Job job) {
        int parallelism = Objects.requireNonNullElse(job.spec().parallelism(), 1);
        int count = Math.min(parallelism, Objects.requireNonNullElse(job.spec().completions(), parallelism));
        Pod pod = new Pod(job.metadata(), job.spec().template().spec(), PodStatus.EMPTY);
        FieldPath spec = FieldPath.root("spec").child("template").child("spec");
        JobScheduling scheduling = job.spec().scheduling();
        boolean isGang = scheduling != null
                && scheduling.schedulingPolicy() != null
                && scheduling.schedulingPolicy().gang() != null;
        long pods = Math.max(0, count);
        return new Member(index, spec, pod, pods, true, isGang ? "the Job's" : "", isGang ? pods : 0);
    }

    /** {@return all groups that are objects: those of pods, then those of groups} */
    List<Placed<? extends GroupObject>> groups() {
        List<Placed<? extends GroupObject>> groups = new ArrayList<>(podGroups.all());
        groups.addAll(composites.all());
        return groups;
    }

    /** {@return the Workload of that name, if it is of {@code v1alpha1} or not as asked} */
    @Nullable
    Placed<Workload> workload(String namespace, String name, boolean v1Alpha1) {
        Placed<Workload> workload = workloads.get(namespace, name);
        return workload != null && (workload.object.apiVersion() == ApiVersion.V1ALPHA1) == v1Alpha1 ? workload : null;
    }

    /** {@return some names, for a suggestion} */
    static String among(Iterable<String> names) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (String name : names) {
            if (count++ == MAX_NAMES) {
                text.append(", ...");
                break;
            }
            text.append(count == 1 ? "" : ", ").append('`').append(name).append('`');
        }
        return text.isEmpty() ? "none" : text.toString();
    }
}
