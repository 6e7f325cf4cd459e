package io.github.workload4j.intent.kind.volcano;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.draft.VolcanoTopology;
import io.github.workload4j.intent.read.ReadingLint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Volcano's Job ({@code batch.volcano.sh/v1alpha1}, release 1.13). */
public final class VolcanoJobReader {

    private final Draft draft;
    private final List<Task> tasks = new ArrayList<>();

    private VolcanoJobReader(Draft draft) {
        this.draft = draft;
    }

    private record Task(PlainValue value, VolcanoMinima.Task of, int phase) {

        PlainValue partition() {
            return value.field("partitionPolicy");
        }

        ShapeDraft shape() {
            return of.shapes().get(0);
        }
    }

    public static void read(Draft draft) {
        draft.drop(draft.spec().field("queue"), "no queues");
        draft.priorityClassName = draft.text(draft.spec().field("priorityClassName"));
        VolcanoTopology.read(draft, draft.spec().field("networkTopology"));
        VolcanoJobReader reader = new VolcanoJobReader(draft);
        reader.readTasks();
        reader.group();
    }

    private void readTasks() {
        Map<String, Integer> phases = new LinkedHashMap<>();
        Map<String, PlainValue> dependencies = new LinkedHashMap<>();
        List<PlainValue> values = draft.spec().field("tasks").items();
        List<String> names = new ArrayList<>();
        for (PlainValue value : values) {
            String written = draft.text(value.field("name"));
            String name = written.isEmpty() ? "default" + names.size() : written;
            if (dependencies.putIfAbsent(name, value.field("dependsOn")) != null) {
                draft.wrong(value, "there is a task `" + name + "` before this one", "");
            }
            names.add(name);
        }
        for (int i = 0; i < values.size(); i++) {
            PlainValue value = values.get(i);
            String name = names.get(i);
            long replicas = draft.count(value.field("replicas"), 0);
            PlainValue partition = value.field("partitionPolicy");
            long partitions = draft.count(partition.field("minPartitions"), 0);
            long size = draft.count(partition.field("partitionSize"), 0);
            long minimum = draft.count(
                    value.field("minAvailable"),
                    partitions > 0 ? draft.product(partition, partitions, size) : replicas);
            ShapeDraft shape = draft.shape(name, replicas, value.field("template"))
                    .label("volcano.sh/job-name", draft.object.source().name())
                    .label("volcano.sh/task-spec", name);
            int phase = phase(name, dependencies, phases, 0);
            if (phase > 0) {
                draft.lose(value.field("dependsOn"), Loss.Kind.APPROXIMATED, "order becomes phases");
            }
            tasks.add(new Task(value, new VolcanoMinima.Task(name, minimum, List.of(shape)), phase));
        }
    }

    /** Tasks may stand in any order; a circle of them is no order. */
    private int phase(String task, Map<String, PlainValue> dependencies, Map<String, Integer> known, int depth) {
        Integer already = known.get(task);
        if (already != null) {
            return already;
        }
        PlainValue dependsOn = dependencies.get(task);
        int phase = 0;
        for (PlainValue target : dependsOn.field("name").items()) {
            String name = draft.text(target);
            if (!dependencies.containsKey(name)) {
                draft.wrong(target, "there is no task `" + name + "`", "");
            } else if (depth > 100 || name.equals(task)) {
                draft.wrong(target, "tasks wait for each other in a circle, or in too long a row", "");
                return 0;
            } else {
                phase = Math.max(phase, 1 + phase(name, dependencies, known, depth + 1));
            }
        }
        known.put(task, phase);
        return phase;
    }

    private void group() {
        PlainValue stated = draft.spec().field("minAvailable");
        long sum = tasks.stream().mapToLong(task -> task.of.minimum()).sum();
        long read = draft.count(stated, 0);
        long minimum = read == 0 ? sum : read;
        boolean inPhases = tasks.stream().anyMatch(task -> task.phase > 0);
        boolean inPartitions = tasks.stream().anyMatch(task -> task.partition().isThere());
        if ((inPhases || inPartitions) && minimum != sum) {
            draft.lose(stated, Loss.Kind.APPROXIMATED, "the minima of the tasks are taken");
        }
        if (inPhases) {
            inPhases(minimum);
        } else if (inPartitions) {
            GroupDraft all = tasks.size() > 1 ? draft.add(GroupDraft.ofGroups("all", 0)) : null;
            for (Task task : tasks) {
                boolean isNeeded = task.of.minimum() > 0;
                if (isNeeded && all != null) {
                    all.minimum++;
                }
                add(task, isNeeded ? all : null);
            }
        } else {
            VolcanoMinima.add(
                    draft, "all", minimum, stated, tasks.stream().map(Task::of).toList());
        }
    }

    private void inPhases(long minimum) {
        long first = tasks.stream()
                .filter(task -> task.phase == 0)
                .mapToLong(task -> task.of.pods())
                .sum();
        if (minimum > first) {
            draft.warn(
                    ReadingLint.Code.INTEGRATION_DEADLOCK,
                    null,
                    draft.spec().field("minAvailable").path(),
                    "the minimum of the job is more than the pods of the tasks that come first");
        }
        for (Task task : tasks) {
            add(task, null);
        }
    }

    private void add(Task task, @Nullable GroupDraft parent) {
        PlainValue partition = task.partition();
        if (!partition.isThere()) {
            draft.add(GroupDraft.ofPods(task.of.name(), task.of.minimum(), task.shape())
                    .stated(task.of.minimum() > 0)
                    .phase(task.phase)
                    .in(parent));
            return;
        }
        long total = draft.count(partition.field("totalPartitions"), 0);
        long size = draft.count(partition.field("partitionSize"), 0);
        long least = draft.count(partition.field("minPartitions"), 0);
        if (total == 0 || size == 0 || total * size != task.shape().pods) {
            draft.wrong(
                    partition,
                    total + " partitions of " + size + " are not the " + task.shape().pods + " pods of the task",
                    "totalPartitions times partitionSize must be the replicas");
            return;
        }
        VolcanoTopology.read(draft, partition.field("networkTopology"));
        GroupDraft partitions = draft.add(GroupDraft.ofGroups(task.of.name(), least == 0 ? total : least)
                .phase(task.phase)
                .in(parent));
        draft.add(GroupDraft.ofPods(
                        task.of.name() + "-partition", size, task.shape().times(size))
                .instances(total)
                .phase(task.phase)
                .in(partitions));
    }
}
