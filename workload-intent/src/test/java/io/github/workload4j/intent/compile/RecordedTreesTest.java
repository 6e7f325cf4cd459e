package io.github.workload4j.intent.compile;

import static io.github.workload4j.intent.compile.RecordedItems.item;
import static io.github.workload4j.intent.compile.RecordedItems.text;
import static io.github.workload4j.intent.compile.RecordedItems.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Two thousand random trees, and what the builder of each release made of them and said to them: the Workload, and
 * every error with its kind, path and text. Where that builder answers with an internal error, we throw.
 */
class RecordedTreesTest {

    private static final String REFUSED = "refused";

    @Test
    void everyTreeIsCompiledAndJudgedAsEachReleaseDoes() {
        List<String> lines = Recorded.lines("trees.jsonl.gz");
        List<String> differences = new ArrayList<>();
        int compiled = 0;
        for (String line : lines) {
            PlainValue recorded = Recorded.value(line);
            for (KubernetesRelease release : List.of(KubernetesRelease.V1_37, KubernetesRelease.V1_38)) {
                PlainValue both = recorded.field("both");
                PlainValue answer = both.isThere() ? both : recorded.field(release.version());
                compiled += answer.field("workload").isThere() ? 1 : 0;
                compare(recorded.field("case"), release, answer, line, differences);
            }
        }
        assertThat(differences.stream().limit(3)).isEmpty();
        assertThat(lines).hasSize(2000);
        assertThat(compiled).as("those that have a Workload").isBetween(2500, 3900);
    }

    private static void compare(
            PlainValue tree, KubernetesRelease release, PlainValue answer, String line, List<String> differences) {
        PlainValue workload = answer.field("workload");
        compare(
                release + " compile",
                workload.isThere() ? Recorded.object(text(workload)) : REFUSED,
                answered(() -> compiled(tree, release)),
                line,
                differences);
        Object create = errors(answer.field("create"));
        compare(release + " create", create, created(tree, release), line, differences);
        if (tree.field("old").isThere()) {
            PlainValue update = answer.field("update");
            Object expected = update.isThere() ? errors(update) : create;
            compare(release + " update", expected, updated(tree, release), line, differences);
        }
    }

    private static void compare(String what, Object theirs, Object ours, String line, List<String> differences) {
        if (!theirs.equals(ours)) {
            differences.add(what + "\nours:   " + ours + "\ntheirs: " + theirs + "\nof " + line);
        }
    }

    private static Object compiled(PlainValue tree, KubernetesRelease release) {
        PlainValue owner = tree.field("owner");
        if (!owner.isThere()) {
            return REFUSED;
        }
        OwnerReference reference = new OwnerReference(
                text(owner.field("a")),
                text(owner.field("k")),
                text(owner.field("n")),
                text(owner.field("u")),
                true,
                null);
        return WorkloadCompiler.of(release)
                .compile(text(tree.field("ns")), text(tree.field("name")), reference, item(tree.field("root")));
    }

    private static Object created(PlainValue tree, KubernetesRelease release) {
        return answered(() -> printed(rules(tree, release).checkCreate(item(tree.field("root")))));
    }

    private static Object updated(PlainValue tree, KubernetesRelease release) {
        return answered(
                () -> printed(rules(tree, release).checkUpdate(item(tree.field("old")), item(tree.field("root")))));
    }

    private static ItemRules rules(PlainValue tree, KubernetesRelease release) {
        ItemRules rules = ItemRules.of(release);
        for (char policy : text(tree.field("policies")).toCharArray()) {
            rules = rules.allowing(policy == 'b' ? ItemRules.Policy.BASIC : ItemRules.Policy.GANG);
        }
        for (char mode : text(tree.field("modes")).toCharArray()) {
            rules = rules.allowing(mode == 's' ? ItemRules.Mode.SINGLE : ItemRules.Mode.ALL);
        }
        return tree.field("dv").truth().orElseThrow() ? rules : rules.withoutBlocks();
    }

    private static Object answered(Supplier<Object> ours) {
        try {
            return ours.get();
        } catch (IllegalArgumentException e) {
            return REFUSED;
        }
    }

    private static List<String> printed(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.type().label() + " " + each.path() + " " + each.message())
                .toList();
    }

    private static Object errors(PlainValue recorded) {
        List<String> errors = new ArrayList<>();
        for (PlainValue error : recorded.items()) {
            List<String> parts = texts(error);
            if (parts.get(0).equals("InternalError")) {
                return REFUSED;
            }
            String path = parts.get(1).equals("<nil>") ? "" : parts.get(1);
            errors.add(parts.get(0) + " " + path + " " + parts.get(2));
        }
        return errors;
    }
}
