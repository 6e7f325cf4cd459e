package io.github.workload4j.intent.kind.kubeflow;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.InputObject;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ReplicatedJobs;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.draft.VolcanoTopology;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads TrainJob ({@code trainer.kubeflow.org/v1alpha1}, release 2.1) with the runtime that it names, which must be in
 * the input.
 */
public final class TrainJobReader {

    private static final String GROUP = "trainer.kubeflow.org";
    private static final String STEP = "trainer.kubeflow.org/trainjob-ancestor-step";
    private static final String NODE = "node";

    private final Draft draft;
    private final PlainValue runtime;
    private final SourceObject source;
    private final PlainValue trainer;

    private TrainJobReader(Draft draft, InputObject runtime) {
        this.draft = draft;
        this.runtime = runtime.spec().telling(draft::fault);
        this.source = runtime.source();
        this.trainer = draft.spec().field("trainer");
    }

    public static void read(Draft draft) {
        draft.suspended(draft.spec().field("suspend"));
        for (String patches : List.of("runtimePatches", "podTemplateOverrides")) {
            if (draft.spec().field(patches).isThere()) {
                draft.lose(draft.spec().field(patches), Loss.Kind.APPROXIMATED, "the runtime is read without patches");
            }
        }
        PlainValue ref = draft.spec().field("runtimeRef");
        String written = draft.text(ref.field("kind"));
        String kind = written.isEmpty() ? "ClusterTrainingRuntime" : written;
        String namespace =
                kind.equals("TrainingRuntime") ? draft.object.source().namespace() : "";
        String name = draft.text(ref.field("name"));
        Optional<InputObject> runtime = draft.inputs.find(GROUP, kind, namespace, name);
        if (runtime.isPresent()) {
            new TrainJobReader(draft, runtime.get()).read();
            draft.endedAfter(draft.seconds(draft.spec().field("activeDeadlineSeconds")));
        } else {
            draft.need(ref, kind + " " + name + " is not in the input");
        }
    }

    /**
     * A part and its pods.
     *
     * @param counted how many of them the integration counts, whatever the replicas
     */
    private record Counted(ShapeDraft shape, long counted, int phase) {}

    private void read() {
        draft.in(source);
        ReplicatedJobs jobs = ReplicatedJobs.of(draft, runtime.field("template").field("spec"));
        List<Counted> parts = new ArrayList<>();
        for (ReplicatedJobs.Part part : jobs.parts()) {
            parts.add(part(part));
        }
        boolean isGang = groupPolicy() && draft.isUnit();
        draft.in(null);
        if (isGang && !jobs.isSequenced() && !Kueue.isQueued(draft)) {
            long minimum = parts.stream().mapToLong(Counted::counted).sum();
            draft.add(GroupDraft.ofPods(
                    "all", minimum, parts.stream().map(Counted::shape).toList()));
            return;
        }
        if (isGang && jobs.isSequenced()) {
            draft.warn(
                    ReadingLint.Code.INTEGRATION_DEADLOCK,
                    null,
                    draft.spec().field("runtimeRef").path(),
                    "the integration waits for the pods of all parts at once, and some come after others");
        }
        for (Counted part : parts) {
            long minimum = Kueue.isQueued(draft) ? part.shape.pods : isGang ? part.counted : 0;
            draft.add(GroupDraft.ofPods(part.shape.role, minimum, part.shape).phase(part.phase));
        }
    }

    /** Reads the policy for groups, and tells whether there is one. */
    private boolean groupPolicy() {
        PlainValue policy = runtime.field("podGroupPolicy");
        draft.drop(policy.field("coscheduling").field("scheduleTimeoutSeconds"), "no timeout");
        VolcanoTopology.read(draft, policy.field("volcano").field("networkTopology"));
        return policy.field("coscheduling").isThere() || policy.field("volcano").isThere();
    }

    private Counted part(ReplicatedJobs.Part part) {
        PlainValue policy = runtime.field("mlPolicy");
        PlainValue mpi = policy.field("mpi");
        boolean isTrainer = draft.text(part.value()
                        .field("template")
                        .field("metadata")
                        .field("labels")
                        .key(STEP))
                .equals("trainer");
        boolean isNodes = mpi.isThere() ? part.name().equals(NODE) : isTrainer;
        long perReplica = part.podsPerJob();
        long replicas = part.replicas();
        if (isNodes) {
            long otherwise = policy.isThere() ? 1 : part.podsPerJob();
            perReplica = draft.count(policy.field("numNodes"), otherwise);
            draft.in(null);
            perReplica = draft.count(trainer.field("numNodes"), perReplica);
            draft.in(source);
            if (mpi.isThere() && draft.truth(mpi.field("runLauncherAsNode"))) {
                perReplica = Math.max(1, perReplica - 1);
            }
            replicas = 1;
        }
        ShapeDraft shape = draft.shape(part.name(), draft.product(part.value(), replicas, perReplica), part.template())
                .endedAfter(draft.seconds(part.deadline()))
                .label("jobset.sigs.k8s.io/jobset-name", draft.object.source().name())
                .label("jobset.sigs.k8s.io/replicatedjob-name", part.name());
        if (isTrainer || isNodes) {
            shape = shape.with(perNode(shape.template));
        }
        return new Counted(shape, replicas == 0 ? 0 : perReplica, part.phase());
    }

    /** Replaces what the container of the nodes asks, resource by resource, by what the TrainJob says. */
    private Pod perNode(Pod template) {
        PlainValue own = trainer.field("resourcesPerNode");
        if (!own.isThere()) {
            return template;
        }
        ResourceRequirements resources = draft.resources(own);
        List<Container> containers = new ArrayList<>();
        for (Container container : template.spec().containers()) {
            containers.add(container.name().equals(NODE) ? asking(container, resources) : container);
        }
        PodSpec spec = template.spec().toBuilder().containers(containers).build();
        return template.withSpec(spec);
    }

    private static Container asking(Container container, ResourceRequirements own) {
        ResourceRequirements given = container.resources();
        return container.withResources(
                new ResourceRequirements(over(given.requests(), own.requests()), over(given.limits(), own.limits())));
    }

    private static Map<String, Quantity> over(Map<String, Quantity> given, Map<String, Quantity> own) {
        Map<String, Quantity> both = new LinkedHashMap<>(given);
        both.putAll(own);
        return both;
    }
}
