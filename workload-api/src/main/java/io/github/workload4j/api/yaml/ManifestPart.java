package io.github.workload4j.api.yaml;

import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.wire.WireType;
import io.github.workload4j.api.wire.table.CoreShapes;
import io.github.workload4j.api.wire.table.MetaShapes;
import io.github.workload4j.api.wire.table.SchedulingShapes;

/**
 * A part of manifests that kinds of other APIs have in common with ours, and that the model holds.
 *
 * @param <T> what it is in the model
 */
public final class ManifestPart<T> {

    /** {@code metadata} of any object. */
    public static final ManifestPart<ObjectMeta> METADATA = new ManifestPart<>(MetaShapes.OBJECT_META);

    /** {@code metadata} and {@code spec} of the pods that a controller makes; their status is empty. */
    public static final ManifestPart<Pod> POD_TEMPLATE = new ManifestPart<>(CoreShapes.POD_TEMPLATE);

    /** The {@code spec} of a pod. */
    public static final ManifestPart<PodSpec> POD_SPEC = new ManifestPart<>(CoreShapes.POD_SPEC);

    /** The {@code resources} of a container. */
    public static final ManifestPart<ResourceRequirements> RESOURCES = new ManifestPart<>(CoreShapes.RESOURCES);

    /** {@code spec.scheduling} of a Job, and of kinds that took it over. */
    public static final ManifestPart<JobScheduling> JOB_SCHEDULING =
            new ManifestPart<>(SchedulingShapes.JOB_SCHEDULING);

    /** The {@code spec} of a Job, or of what a CronJob makes Jobs of. */
    public static final ManifestPart<JobSpec> JOB_SPEC = new ManifestPart<>(SchedulingShapes.JOB_SPEC);

    private final WireType<T> type;

    private ManifestPart(WireType<T> type) {
        this.type = type;
    }

    WireType<T> type() {
        return type;
    }
}
