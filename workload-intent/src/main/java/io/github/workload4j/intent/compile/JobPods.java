package io.github.workload4j.intent.compile;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a Job that run at once, each made when it is asked for.
 *
 * <p>A pod is named after the Job and its number: of an indexed Job, that is its completion index. The real names go on
 * with five random characters.
 */
final class JobPods extends AbstractList<Pod> implements RandomAccess {

    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String FINALIZER = "batch.kubernetes.io/job-tracking";

    private final Job job;
    private final int size;
    private final PodSpec spec;
    private final Map<String, String> labels;
    private final List<String> finalizers;

    /**
     * Holds what all of them have in common.
     *
     * @param group the group that they are put into, or null to leave them where the template puts them
     */
    JobPods(Job job, @Nullable String group) {
        this.job = job;
        this.size = atOnce(job.spec());
        Pod template = job.spec().template();
        this.spec = group == null
                ? template.spec()
                : template.spec().toBuilder()
                        .schedulingGroup(new PodSchedulingGroup(group))
                        .build();
        this.labels = labels(job, template);
        this.finalizers = new ArrayList<>(template.metadata().finalizers());
        if (!finalizers.contains(FINALIZER)) {
            finalizers.add(FINALIZER);
        }
    }

    /** {@return the name of a Job, or the beginning of it, if the server is to find one} */
    static String name(Job job) {
        ObjectMeta metadata = job.metadata();
        return metadata.name().isEmpty() ? metadata.generateName() : metadata.name();
    }

    /** {@return a Job as the controller of what it makes} */
    static OwnerReference owner(Job job) {
        return new OwnerReference(
                job.groupVersion(), job.kind(), name(job), job.metadata().uid(), true, true);
    }

    /** No more than must still end well; where nothing is said, one. */
    private static int atOnce(JobSpec spec) {
        int parallelism = Objects.requireNonNullElse(spec.parallelism(), 1);
        int completions = Objects.requireNonNullElse(spec.completions(), parallelism);
        return Math.max(0, Math.min(parallelism, completions));
    }

    /** The server adds those that tell whose pods they are; a Job without a UID has not been there yet. */
    private static Map<String, String> labels(Job job, Pod template) {
        Map<String, String> labels = new LinkedHashMap<>(template.metadata().labels());
        String uid = job.metadata().uid();
        if (!uid.isEmpty()) {
            labels.putIfAbsent("batch.kubernetes.io/controller-uid", uid);
            labels.putIfAbsent("controller-uid", uid);
        }
        labels.putIfAbsent("batch.kubernetes.io/job-name", name(job));
        labels.putIfAbsent("job-name", name(job));
        return labels;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Pod get(int index) {
        Objects.checkIndex(index, size);
        String number = Integer.toString(index);
        ObjectMeta.Builder metadata = ObjectMeta.builder()
                .namespace(job.metadata().namespace())
                .name(name(job) + "-" + number)
                .ownerReferences(owner(job))
                .finalizers(finalizers);
        Map<String, String> annotations = job.spec().template().metadata().annotations();
        if (job.spec().isIndexed()) {
            metadata.labels(with(labels, number)).annotations(with(annotations, number));
        } else {
            metadata.labels(labels).annotations(annotations);
        }
        return new Pod(metadata.build(), spec, PodStatus.EMPTY);
    }

    private static Map<String, String> with(Map<String, String> map, String number) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(INDEX, number);
        return more;
    }
}
