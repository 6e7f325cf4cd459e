package io.github.workload4j.intent.kind.volcano;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.ShapeDraft;
import io.github.workload4j.intent.read.ReadingLint;
import java.util.ArrayList;
import java.util.List;

/** What Volcano (release 1.13) makes of a minimum for all pods and a minimum for each task. */
public final class VolcanoMinima {

    private VolcanoMinima() {}

    /**
     * A task: its minimum, and its pods.
     *
     * @param name its name
     * @param minimum how many of its pods are needed, 0 for none
     * @param shapes its pods
     */
    public record Task(String name, long minimum, List<ShapeDraft> shapes) {

        long pods() {
            return shapes.stream().mapToLong(shape -> shape.pods).sum();
        }
    }

    /**
     * Adds the groups.
     *
     * @param name of the group of all
     * @param minimum for all pods
     * @param at where that stands
     * @return the group of all
     */
    public static GroupDraft add(Draft draft, String name, long minimum, PlainValue at, List<Task> tasks) {
        long sum = tasks.stream().mapToLong(Task::minimum).sum();
        boolean complete = minimum == sum && tasks.stream().allMatch(task -> task.minimum == task.pods());
        if (complete || minimum < sum) {
            List<ShapeDraft> all =
                    tasks.stream().flatMap(task -> task.shapes.stream()).toList();
            return draft.add(GroupDraft.ofPods(name, minimum, all).stated(at));
        }
        if (minimum > sum) {
            draft.lose(at, Loss.Kind.APPROXIMATED, "a minimum for all, and more than those of the tasks together");
        }
        GroupDraft all = draft.add(GroupDraft.ofGroups(name, 0));
        long pods = tasks.stream().mapToLong(Task::pods).sum();
        if (minimum > pods) {
            draft.warn(
                    ReadingLint.Code.NEVER_STARTS,
                    all,
                    at.path(),
                    "needs " + minimum + " pods at once, and there are " + pods);
        }
        List<Task> optional = new ArrayList<>();
        for (Task task : tasks) {
            if (task.minimum == 0) {
                optional.add(task);
            } else {
                draft.add(GroupDraft.ofPods(task.name, task.minimum, task.shapes)
                        .stated(true)
                        .in(all));
                all.minimum++;
            }
        }
        for (Task task : optional) {
            draft.add(GroupDraft.ofPods(task.name, 0, task.shapes));
        }
        return all;
    }
}
