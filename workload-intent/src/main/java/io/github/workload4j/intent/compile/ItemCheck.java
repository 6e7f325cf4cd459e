package io.github.workload4j.intent.compile;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over a tree that holds together: the blocks of each item, then what came of them. */
final class ItemCheck {

    private final Set<ItemRules.Policy> policies;
    private final Set<ItemRules.Mode> modes;
    private final boolean judgesBlocks;

    /** From 1.38 on nothing said counts as one by one, parents bind those below, and there is one priority class. */
    private final boolean strict;

    private final BlockRules blocks;
    private final List<Violation> found = new ArrayList<>();
    private boolean classesDiffer;

    ItemCheck(
            Set<ItemRules.Policy> policies,
            Set<ItemRules.Mode> modes,
            boolean judgesBlocks,
            boolean strict,
            BlockRules blocks) {
        this.policies = policies;
        this.modes = modes;
        this.judgesBlocks = judgesBlocks;
        this.strict = strict;
        this.blocks = blocks;
    }

    List<Violation> judge(WorkloadItem root, @Nullable WorkloadItem old) {
        SchedulingConfig config = root.resolved();
        judge(root, config, old, false, false, config.priorityClassName());
        if (strict && classesDiffer) {
            add(
                    root.path(),
                    Type.INVALID,
                    "",
                    "all priorityClassName values must be identical, detected multiple values",
                    ItemRule.ONE_PRIORITY_CLASS);
        }
        return List.copyOf(found);
    }

    private void judge(
            WorkloadItem item,
            SchedulingConfig config,
            @Nullable WorkloadItem old,
            boolean belowGang,
            boolean belowAll,
            String priorityClass) {
        if (judgesBlocks) {
            blocks.judge(item.input(), old == null ? null : old.input(), item.path());
            found.addAll(blocks.take());
        }
        FieldPath policy = item.input().schedulingPolicy().below(item.path());
        FieldPath mode = item.input().disruptionMode().below(item.path());
        allowed(config, policy, mode);
        if (isBasic(config) && config.isAll()) {
            add(
                    mode,
                    Type.INVALID,
                    CompactJson.text(""),
                    "the disruptionMode `all` is not supported with the Basic scheduling policy",
                    ItemRule.ALL_NEEDS_GANG);
        }
        if (strict && belowGang && !config.isGang()) {
            add(
                    policy,
                    Type.INVALID,
                    "",
                    "must have `gang` scheduling policy when parent group has `gang` scheduling policy",
                    ItemRule.GANG_BELOW_GANG);
        }
        if (strict && belowAll && !config.isAll()) {
            add(
                    mode,
                    Type.INVALID,
                    "",
                    "must have `all` disruption mode when parent group has `all` disruption mode",
                    ItemRule.ALL_BELOW_ALL);
        }
        classesDiffer |= !config.priorityClassName().equals(priorityClass);
        Map<String, WorkloadItem> before = new HashMap<>();
        if (old != null) {
            old.children().forEach(child -> before.put(child.name(), child));
        }
        for (WorkloadItem child : item.children()) {
            judge(
                    child,
                    child.resolved(),
                    before.get(child.name()),
                    belowGang || config.isGang(),
                    belowAll || config.isAll(),
                    priorityClass);
        }
    }

    private void allowed(SchedulingConfig config, FieldPath policy, FieldPath mode) {
        if (isBasic(config) && !policies.contains(ItemRules.Policy.BASIC)) {
            forbidden(policy, "basic scheduling policy", ItemRule.POLICY_ALLOWED);
        }
        if (config.isGang() && !policies.contains(ItemRules.Policy.GANG)) {
            forbidden(policy, "gang scheduling policy", ItemRule.POLICY_ALLOWED);
        }
        if (isSingle(config) && !modes.contains(ItemRules.Mode.SINGLE)) {
            forbidden(mode, "the disruptionMode `single`", ItemRule.MODE_ALLOWED);
        }
        if (config.isAll() && !modes.contains(ItemRules.Mode.ALL)) {
            forbidden(mode, "the disruptionMode `all`", ItemRule.MODE_ALLOWED);
        }
    }

    private boolean isBasic(SchedulingConfig config) {
        return config.saysBasic() || strict && !config.isGang();
    }

    private boolean isSingle(SchedulingConfig config) {
        return config.saysSingle() || strict && !config.isAll();
    }

    private void forbidden(FieldPath path, String what, ItemRule rule) {
        add(path, Type.FORBIDDEN, "", what + " is not supported by this controller", rule);
    }

    private void add(FieldPath path, Type type, String value, String detail, ItemRule rule) {
        found.add(new Violation(path, type, value, detail, rule.id(), ""));
    }
}
