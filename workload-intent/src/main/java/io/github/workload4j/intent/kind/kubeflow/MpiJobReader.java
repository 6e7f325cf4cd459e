package io.github.workload4j.intent.kind.kubeflow;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.Kueue;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.Comparator;
import java.util.List;

/** Reads MPIJob ({@code kubeflow.org/v2beta1}, mpi-operator 0.7; {@code v1} of the training operator alike). */
public final class MpiJobReader {

    private MpiJobReader() {}

    private static boolean isLauncher(String role) {
        return role.equals("launcher");
    }

    public static void read(Draft draft) {
        PlainValue policy = TrainingOperatorReader.runPolicy(draft);
        List<ShapeDraft> shapes = TrainingOperatorReader.roles(
                draft, "mpiReplicaSpecs", role -> isLauncher(role) ? 1 : 0, "training.kubeflow.org/job-role");
        if (draft.isUnit() && draft.priorityClassName.isEmpty()) {
            // The launcher's class, else that of the workers.
            draft.priorityClassName = shapes.stream()
                    .filter(shape -> !shape.priorityClassName().isEmpty())
                    .min(Comparator.comparing(shape -> !isLauncher(shape.role)))
                    .map(ShapeDraft::priorityClassName)
                    .orElse("");
        }
        PlainValue stated = policy.field("minAvailable");
        long minimum = draft.count(stated, 0);
        PlainValue creation = draft.spec().field("launcherCreationPolicy");
        boolean waits = draft.text(creation).equals("WaitForWorkersReady")
                && shapes.stream().anyMatch(shape -> !isLauncher(shape.role) && shape.pods > 0);
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
                if (isLauncher(shape.role) == launchers) {
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
