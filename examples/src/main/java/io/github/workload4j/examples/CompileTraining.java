package io.github.workload4j.examples;

import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.intent.compile.GeneratedNames;
import io.github.workload4j.intent.compile.ItemInput;
import io.github.workload4j.intent.compile.ItemRules;
import io.github.workload4j.intent.compile.SchedulingConfig;
import io.github.workload4j.intent.compile.WorkloadCompiler;
import io.github.workload4j.intent.compile.WorkloadGroups;
import io.github.workload4j.intent.compile.WorkloadItem;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller does with an object of its own whose pods belong together: it judges what the user wrote, then
 * makes a Workload and the group of the pods.
 */
public final class CompileTraining {

    private static final KubernetesRelease RELEASE = KubernetesRelease.V1_38;

    private CompileTraining() {}

    /**
     * The controller's own object.
     *
     * @param scheduling {@code spec.scheduling}, made of Kubernetes' building blocks, or null
     */
    record Training(
            String namespace,
            String name,
            String uid,
            int workers,
            @Nullable JobScheduling scheduling) {}

    /** Makes the objects of a training of eight workers that start together or not at all. */
    public static void main(String[] args) {
        JobScheduling together =
                new JobScheduling(new WorkloadPodGroupSchedulingPolicy.Gang(null), null, List.of(), null);
        compile(new Training("ml", "llm", "8c1f-42", 8, together), System.out);
    }

    /** {@return whether the user may ask for this; the objects, or what is wrong, are printed} */
    static boolean compile(Training training, PrintStream out) {
        WorkloadItem item = WorkloadItem.builder("workers")
                .path(FieldPath.root("spec").child("scheduling"))
                .defaults(SchedulingConfig.basic().withPriorityClassName("batch"))
                .input(ItemInput.Leaf.of(training.scheduling()))
                .callback(config -> config.withDefaultMinCount(training.workers()))
                .build();
        List<Violation> faults = ItemRules.of(RELEASE)
                .allowing(ItemRules.Policy.BASIC, ItemRules.Policy.GANG)
                .allowing(ItemRules.Mode.SINGLE)
                .checkCreate(item);
        faults.forEach(out::println);
        if (!faults.isEmpty()) {
            return false;
        }
        String uid = training.uid();
        OwnerReference owner = new OwnerReference("example.com/v1", "Training", training.name(), uid, true, true);
        String name = GeneratedNames.workload(training.name(), uid);
        Workload workload = WorkloadCompiler.of(RELEASE).compile(training.namespace(), name, owner, item);
        PodGroup group = WorkloadGroups.of(RELEASE, workload)
                .podGroup(GeneratedNames.podGroup(RELEASE, name, "workers", uid), "workers", owner);
        out.print(ManifestWriter.yaml().write(workload) + "---\n"
                + ManifestWriter.yaml().write(group));
        return true;
    }
}
