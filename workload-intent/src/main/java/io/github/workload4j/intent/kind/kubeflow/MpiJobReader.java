package io.github.workload4j.intent.kind.kubeflow;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads MPIJob ({@code kubeflow.org/v2beta1}, mpi-operator 0.7; {@code v1} of the training operator alike). */
public final class MpiJobReader {

    private static final String LAUNCHER = "launcher";

    private MpiJobReader() {}

    public static void read(Draft draft) {
        PlainValue policy = TrainingOperatorReader.runPolicy(draft);
        List<ShapeDraft> shapes = new ArrayList<>();
        String ofLauncher = "";
        String ofWorker = "";
        for (Map.Entry<String, PlainValue> role :
                draft.spec().field("mpiReplicaSpecs").keys().entrySet()) {
            String name = role.getKey().toLowerCase(Locale.ROOT);
            boolean isLauncher = name.equals(LAUNCHER);
            long replicas = draft.count(role.getValue().field("replicas"), isLauncher ? 1 : 0);
            ShapeDraft shape = draft.shape(name, replicas, role.getValue().field("template"))
                    .label(
                            "training.kubeflow.org/job-name",
                            draft.object.source().name())
                    .label("training.kubeflow.org/job-role", name);
            shapes.add(shape);
            ofLauncher = isLauncher ? shape.priorityClassName() : ofLauncher;
            ofWorker = isLauncher ? ofWorker : shape.priorityClassName();
        }
        if (draft.isUnit() && draft.priorityClassName.isEmpty()) {
            draft.priorityClassName = ofLauncher.isEmpty() ? ofWorker : ofLauncher;
        }
        PlainValue stated = policy.field("minAvailable");
        long minimum = draft.count(stated, 0);
        PlainValue creation = draft.spec().field("launcherCreationPolicy");
        boolean waits = draft.text(creation).equals("WaitForWorkersReady")
                && shapes.stream().anyMatch(shape -> !shape.role.equals(LAUNCHER) && shape.pods > 0);
        if (waits) {
            draft.lose(creation, Loss.Kind.APPROXIMATED, "order becomes phases");
            inTwoPhases(draft, shapes, minimum, stated);
        } else if (draft.isUnit() && !Kueue.isQueued(draft)) {
            long all = shapes.stream().mapToLong(shape -> shape.pods).sum();
            draft.add(GroupDraft.ofPods("all", minimum > 0 ? minimum : all, shapes)
                    .stated(stated));
        } else {
            Kueue.eachOnItsOwn(draft, shapes);
        }
    }

    private static void inTwoPhases(Draft draft, List<ShapeDraft> shapes, long minimum, PlainValue stated) {
        for (boolean launchers : new boolean[] {false, true}) {
            for (ShapeDraft shape : shapes) {
                if (shape.role.equals(LAUNCHER) == launchers) {
                    long least = !draft.isUnit()
                            ? 0
                            : launchers || minimum == 0 || Kueue.isQueued(draft)
                                    ? shape.pods
                                    : Math.max(1, minimum - 1);
                    draft.add(GroupDraft.ofPods(shape.role, least, shape)
                            .phase(launchers ? 1 : 0)
                            .stated(stated));
                }
            }
        }
    }
}
