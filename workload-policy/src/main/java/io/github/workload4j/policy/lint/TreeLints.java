package io.github.workload4j.policy.lint;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Placed;
import org.jspecify.annotations.Nullable;

/** Groups and their parents, as the scheduler of 1.37 judges them at run time. */
final class TreeLints {

    private static final int MAX_LEVELS = 4;
    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final FieldPath PARENT = SPEC.child("parentCompositePodGroupName");

    private TreeLints() {}

    static void check(Stream stream, Warnings warnings) {
        Ancestry ancestry = new Ancestry(stream.composites);
        for (Placed<PodGroup> group : stream.podGroups.all()) {
            var spec = group.object().spec();
            if (spec.parentCompositePodGroupName() != null) {
                parent(
                        group,
                        spec.parentCompositePodGroupName(),
                        spec.workloadRef(),
                        spec.disruptionMode(),
                        stream.composites,
                        ancestry,
                        warnings);
                if (spec.workloadRef() == null) {
                    warnings.add(
                            group.index(),
                            PARENT,
                            Lint.PARENT_WITHOUT_WORKLOAD_REF,
                            "a parent is named and no template",
                            "set workloadRef to the template the group was made from");
                }
            }
        }
        for (Placed<CompositePodGroup> group : stream.composites.all()) {
            var spec = group.object().spec();
            if (spec.parentCompositePodGroupName() != null) {
                parent(
                        group,
                        spec.parentCompositePodGroupName(),
                        spec.workloadRef(),
                        spec.disruptionMode(),
                        stream.composites,
                        ancestry,
                        warnings);
            }
        }
    }

    private static void parent(
            Placed<? extends ApiObject> group,
            String parentName,
            @Nullable TemplateRef reference,
            @Nullable DisruptionMode mode,
            Named<CompositePodGroup> composites,
            Ancestry ancestry,
            Warnings warnings) {
        Placed<CompositePodGroup> parent = composites.get(group.namespace(), parentName);
        if (parent == null) {
            if (composites.areIn(group.namespace())) {
                warnings.add(
                        group.index(),
                        PARENT,
                        Lint.MISSING_PARENT,
                        "there is no CompositePodGroup `" + parentName + "` in namespace `" + group.namespace() + "`",
                        composites.oneOf(group.namespace()));
            }
            return;
        }
        ancestors(group, parent, ancestry, warnings);
        if (reference instanceof TemplateRef.Named own
                && parent.object().spec().workloadRef() instanceof TemplateRef.Named other
                && !own.workloadName().equals(other.workloadName())) {
            warnings.add(
                    group.index(),
                    SPEC.child("workloadRef").child("workloadName"),
                    Lint.TREE_OF_SEVERAL_WORKLOADS,
                    "the group is of Workload `" + own.workloadName() + "`, its parent `" + parentName + "` of `"
                            + other.workloadName() + "`",
                    "make both from templates of one Workload");
        }
        DisruptionMode ofParent = parent.object().spec().disruptionMode();
        if (ofParent != null
                && ofParent.isAll()
                && !ofParent.isSingle()
                && mode != null
                && mode.isSingle()
                && !mode.isAll()) {
            warnings.add(
                    group.index(),
                    SPEC.child("disruptionMode"),
                    Lint.ALL_OVER_SINGLE,
                    "the mode is `single`, that of the parent `" + parentName + "` is `all`",
                    "use `all` here as well");
        }
    }

    private static void ancestors(
            Placed<? extends ApiObject> group, Placed<CompositePodGroup> parent, Ancestry ancestry, Warnings warnings) {
        int above = ancestry.groupsAboveChildOf(parent);
        if (ancestry.isOwnAncestor(group)) {
            warnings.add(
                    group.index(),
                    PARENT,
                    Lint.PARENT_CYCLE,
                    "the group is its own ancestor",
                    "make one of these groups the root: "
                            + Stream.among(ancestry.cycle(group, parent, Stream.MAX_NAMES + 1)));
        } else if (above + 1 > MAX_LEVELS) {
            warnings.add(
                    group.index(),
                    PARENT,
                    Lint.TREE_TOO_DEEP,
                    "the group has " + above + " groups above it",
                    "use at most " + MAX_LEVELS + " levels");
        }
    }
}
