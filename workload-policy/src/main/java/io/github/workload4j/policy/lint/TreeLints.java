package io.github.workload4j.policy.lint;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.GroupFields;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.GroupSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Placed;

/** Groups and their parents, as the scheduler of 1.37 judges them at run time. */
final class TreeLints {

    private static final int MAX_LEVELS = 4;
    private static final FieldPath SPEC = FieldPath.root("spec");
    private static final FieldPath PARENT = SPEC.child("parentCompositePodGroupName");

    private TreeLints() {}

    static void check(Stream stream, Warnings warnings) {
        Ancestry ancestry = new Ancestry(stream.composites);
        for (Placed<? extends GroupObject> group : stream.groups()) {
            GroupSpec spec = group.object().spec();
            parent(group, stream.composites, ancestry, warnings);
            boolean hasParent = spec.parentCompositePodGroupName() != null;
            if (hasParent && spec.workloadRef() == null && group.object() instanceof PodGroup) {
                warnings.add(
                        group.index(),
                        PARENT,
                        Lint.PARENT_WITHOUT_WORKLOAD_REF,
                        "a parent is named and no template",
                        "set workloadRef to the template the group was made from");
            }
        }
    }

    private static void parent(
            Placed<? extends GroupObject> group,
            Named<CompositePodGroup> composites,
            Ancestry ancestry,
            Warnings warnings) {
        GroupSpec spec = group.object().spec();
        String parentName = spec.parentCompositePodGroupName();
        if (parentName == null) {
            return;
        }
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
        if (spec.workloadRef() instanceof TemplateRef.Named own
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
        modes(group.index(), SPEC, spec, parent.object().spec(), parentName, warnings);
    }

    /**
     * Warns of a child that may be ended member by member under a parent that must not.
     *
     * @param path where the fields of the child are
     */
    static void modes(
            int object, FieldPath path, GroupFields child, GroupFields parent, String parentName, Warnings warnings) {
        DisruptionMode mode = child.disruptionMode();
        if (DisruptionMode.ALL.equals(parent.disruptionMode()) && DisruptionMode.SINGLE.equals(mode)) {
            warnings.add(
                    object,
                    path.child("disruptionMode"),
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
