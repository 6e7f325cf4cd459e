package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a set of manifests: those inside {@code v1alpha1} Workloads, PodGroups, CompositePodGroups. A Workload
 * of a later version holds templates, not groups.
 *
 * <p>Java serialization writes them as manifests, and reads these as {@link #of} does; what are none is an {@link
 * InvalidObjectException}.
 */
public final class Groups implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient Map<GroupRef, PodGroupTemplate> embedded = new TreeMap<>();
    private final transient Map<GroupRef, PodGroup> podGroups = new TreeMap<>();
    private final transient Map<GroupRef, CompositePodGroup> composites = new TreeMap<>();
    private final transient Map<GroupRef, List<GroupRef>> children = new HashMap<>();
    private final transient Map<GroupRef, GroupRef> topmost = new HashMap<>();
    private final transient Map<GroupRef, String> unreadable = new TreeMap<>();
    private transient boolean isFlat;

    private Groups() {}

    @Override
    public String toString() {
        return "Groups[" + embedded.size() + " in Workloads, " + podGroups.size() + " PodGroups, " + composites.size()
                + " CompositePodGroups, " + unreadable.size() + " unreadable]";
    }

    /**
     * {@return the groups of these objects}
     *
     * @throws IllegalArgumentException if two objects of one kind have one name
     */
    public static Groups of(Collection<? extends SchedulingObject> objects) {
        requireNonNull(objects, "objects");
        Groups groups = new Groups();
        Set<String> workloads = new TreeSet<>();
        for (SchedulingObject object : objects) {
            String namespace = object.metadata().namespace();
            String name = object.metadata().name();
            if (object instanceof PodGroup podGroup) {
                requireNew(groups.podGroups.put(GroupRef.podGroup(namespace, name), podGroup), object);
            } else if (object instanceof CompositePodGroup composite) {
                requireNew(groups.composites.put(GroupRef.compositePodGroup(namespace, name), composite), object);
            } else if (object instanceof Workload workload) {
                requireNew(workloads.add(GroupRef.podGroup(namespace, name).toString()) ? null : object, object);
                if (workload.apiVersion() == ApiVersion.V1ALPHA1) {
                    for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                        groups.embedded.putIfAbsent(GroupRef.workload(namespace, name, group.name(), ""), group);
                    }
                }
            }
        }
        groups.podGroups.keySet().forEach(groups::link);
        groups.composites.keySet().forEach(groups::link);
        groups.podGroups.keySet().forEach(groups::root);
        groups.composites.keySet().forEach(groups::root);
        return groups;
    }

    /**
     * {@return these groups, and some that are there and cannot be read}
     *
     * <p>They are roots like others, and a question about one of them, or about a group that names one as its parent,
     * ends with {@link Reason#GROUP_UNREADABLE} and not with "it is not there". One that can be read as well is as if
     * it were not given here.
     *
     * @param faults for each what is wrong with it and where, as a sentence without a full stop; a {@code v1alpha1}
     *     Workload, with the empty text as group, stands for all groups in it
     */
    public Groups withUnreadable(Map<GroupRef, String> faults) {
        Groups more = copy();
        requireNonNull(faults, "faults").forEach((ref, fault) -> {
            if (!contains(ref)
                    && embedded.keySet().stream()
                            .noneMatch(known -> workload(known).equals(ref))) {
                more.unreadable.put(ref, fault);
            }
        });
        return more;
    }

    /**
     * {@return these groups as a cluster has them}
     *
     * <p>Where the gate {@code CompositePodGroup} is off, groups of groups are not there, and each group of pods stands
     * alone, whatever parent it names. All questions about a snapshot go by this.
     */
    public Groups in(ClusterSetup setup) {
        requireNonNull(setup, "setup");
        return SchedulerRules.hasComposites(setup) || isFlat ? this : flat();
    }

    /** {@return these groups without groups of groups, each alone} */
    Groups flat() {
        Groups flat = copy();
        flat.isFlat = true;
        flat.composites.clear();
        flat.children.clear();
        flat.topmost.clear();
        flat.unreadable.keySet().removeIf(ref -> ref.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP);
        return flat;
    }

    /** {@return what is wrong with a group that is there and cannot be read, or null} */
    @Nullable
    String fault(GroupRef ref) {
        return unreadable.get(workload(ref));
    }

    private static GroupRef workload(GroupRef ref) {
        return ref.kind() == GroupRef.Kind.WORKLOAD ? GroupRef.workload(ref.namespace(), ref.name(), "", "") : ref;
    }

    private static void requireNew(@Nullable Object known, SchedulingObject object) {
        if (known != null) {
            throw new IllegalArgumentException("objects: two of kind " + object.kind() + " are named "
                    + GroupRef.podGroup(
                            object.metadata().namespace(), object.metadata().name()));
        }
    }

    /**
     * {@return these groups, of which one asks another {@code minCount} or {@code minGroupCount}}
     *
     * <p>It is a gang then, whatever its policy was.
     *
     * @param minimum 1 or more, running ones included
     * @throws IllegalArgumentException if there is no such group, or the minimum is below 1
     */
    public Groups withMinimum(GroupRef group, int minimum) {
        requireNonNull(group, "group");
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum: " + minimum + " (expected: 1 or more)");
        }
        SchedulingPolicy gang = new SchedulingPolicy.Gang(minimum);
        return with(
                group,
                template -> template.toBuilder().schedulingPolicy(gang).build(),
                spec -> spec.toBuilder().schedulingPolicy(gang).build(),
                spec -> spec.toBuilder()
                        .schedulingPolicy(new CompositeSchedulingPolicy.Gang(minimum))
                        .build());
    }

    /**
     * {@return these groups, of which one is bound to one domain of another label}
     *
     * @param key the label, or null for no topology constraint
     * @throws IllegalArgumentException if there is no such group
     */
    public Groups withTopologyKey(GroupRef group, @Nullable String key) {
        requireNonNull(group, "group");
        SchedulingConstraints bound = key == null ? null : SchedulingConstraints.sameDomain(key);
        return with(
                group,
                template -> template.toBuilder().schedulingConstraints(bound).build(),
                spec -> spec.toBuilder().schedulingConstraints(bound).build(),
                spec -> spec.toBuilder().schedulingConstraints(bound).build());
    }

    private Groups with(
            GroupRef group,
            UnaryOperator<PodGroupTemplate> inWorkload,
            UnaryOperator<PodGroupSpec> ofPods,
            UnaryOperator<CompositePodGroupSpec> ofGroups) {
        if (!contains(group)) {
            throw new IllegalArgumentException("group: there is no " + group);
        }
        Groups changed = copy();
        changed.embedded.computeIfPresent(withoutKey(group), (ref, template) -> inWorkload.apply(template));
        changed.podGroups.computeIfPresent(group, (ref, object) -> object.withSpec(ofPods.apply(object.spec())));
        changed.composites.computeIfPresent(group, (ref, object) -> object.withSpec(ofGroups.apply(object.spec())));
        return changed;
    }

    private Groups copy() {
        Groups copy = new Groups();
        copy.embedded.putAll(embedded);
        copy.podGroups.putAll(podGroups);
        copy.composites.putAll(composites);
        copy.children.putAll(children);
        copy.topmost.putAll(topmost);
        copy.unreadable.putAll(unreadable);
        copy.isFlat = isFlat;
        return copy;
    }

    private static GroupRef withoutKey(GroupRef ref) {
        return ref.kind() == GroupRef.Kind.WORKLOAD
                ? GroupRef.workload(ref.namespace(), ref.name(), ref.podGroup(), "")
                : ref;
    }

    private void link(GroupRef ref) {
        GroupRef parent = parent(ref);
        if (parent != null) {
            children.computeIfAbsent(parent, p -> new ArrayList<>()).add(ref);
        }
    }

    /** {@return the parent that a group names, whether it is there or not, or null} */
    @Nullable
    GroupRef parent(GroupRef ref) {
        GroupObject group = group(ref);
        String name = group == null ? null : group.spec().parentCompositePodGroupName();
        return isFlat || name == null || name.isEmpty() ? null : GroupRef.compositePodGroup(ref.namespace(), name);
    }

    private @Nullable GroupObject group(GroupRef ref) {
        PodGroup podGroup = podGroups.get(ref);
        return podGroup != null ? podGroup : composites.get(ref);
    }

    /** {@return the groups that name this one as parent, by name, PodGroups before composites} */
    List<GroupRef> children(GroupRef ref) {
        return children.getOrDefault(ref, List.of());
    }

    @Nullable
    PodGroup podGroup(GroupRef ref) {
        return podGroups.get(ref);
    }

    @Nullable
    CompositePodGroup composite(GroupRef ref) {
        return composites.get(ref);
    }

    @Nullable
    PodGroupTemplate embedded(GroupRef ref) {
        return embedded.get(withoutKey(ref));
    }

    /** {@return whether there is such a group that can be read} */
    public boolean contains(GroupRef ref) {
        requireNonNull(ref, "ref");
        return podGroups.containsKey(ref) || composites.containsKey(ref) || embedded(ref) != null;
    }

    /**
     * {@return the root groups, in order}
     *
     * <p>A {@code v1alpha1} group is one root for each replica key that members have, or one without a key if there are
     * none; a group that members name and that does not exist is one as well. Of a tree without a root (its parent is
     * missing, or it is a cycle) one group stands for all.
     *
     * @param snapshot where the members are
     */
    public List<GroupRef> roots(ClusterSnapshot snapshot) {
        return in(requireNonNull(snapshot, "snapshot").setup()).rootsOf(snapshot);
    }

    private List<GroupRef> rootsOf(ClusterSnapshot snapshot) {
        Set<GroupRef> roots = new TreeSet<>();
        Set<GroupRef> withMembers = new TreeSet<>();
        for (GroupRef ref : snapshot.groupsWithMembers()) {
            withMembers.add(GroupRef.workload(ref.namespace(), ref.name(), ref.podGroup(), ""));
            roots.add(rootOf(ref));
        }
        embedded.keySet().stream().filter(ref -> !withMembers.contains(ref)).forEach(roots::add);
        podGroups.keySet().forEach(ref -> roots.add(rootOf(ref)));
        composites.keySet().forEach(ref -> roots.add(rootOf(ref)));
        for (GroupRef ref : unreadable.keySet()) {
            if (roots.stream().noneMatch(root -> workload(root).equals(ref))) {
                roots.add(ref);
            }
        }
        return List.copyOf(roots);
    }

    /** {@return the root groups that have a pending member, or no member at all, in order} */
    public List<GroupRef> waiting(ClusterSnapshot snapshot) {
        Groups here = in(requireNonNull(snapshot, "snapshot").setup());
        return here.rootsOf(snapshot).stream()
                .filter(root -> {
                    MemberCounts members = here.members(root, snapshot);
                    return members.pending() > 0 || members.total() == 0;
                })
                .toList();
    }

    /**
     * {@return the groups that a name may mean: {@code namespace/name} or {@code
     * namespace/workload/podGroup[/replicaKey]}}
     */
    public List<GroupRef> named(String name, ClusterSnapshot snapshot) {
        requireNonNull(name, "name");
        requireNonNull(snapshot, "snapshot");
        Groups here = in(snapshot.setup());
        Set<GroupRef> known = new TreeSet<>(here.rootsOf(snapshot));
        known.addAll(podGroups.keySet());
        known.addAll(here.composites.keySet());
        known.addAll(embedded.keySet());
        return known.stream().filter(ref -> ref.toString().equals(name)).toList();
    }

    /**
     * {@return the highest group around these pods that is only ever disrupted as a whole, the group itself included;
     * empty if its pods are disrupted one by one}
     */
    public Optional<GroupRef> disruptedWith(GroupRef ref) {
        requireNonNull(ref, "ref");
        GroupRef highest = null;
        Set<GroupRef> path = new TreeSet<>();
        for (GroupRef at = ref; at != null && path.add(at); at = parent(at)) {
            GroupObject group = group(at);
            highest = group != null && group.spec().isDisruptedTogether() ? at : highest;
        }
        return Optional.ofNullable(highest);
    }

    /** {@return whether a group, or one around it, is bound to a domain of a topology} */
    public boolean isBound(GroupRef ref) {
        requireNonNull(ref, "ref");
        PodGroupTemplate template = embedded(ref);
        boolean bound = template != null && isBound(template.schedulingConstraints());
        Set<GroupRef> path = new TreeSet<>();
        for (GroupRef at = ref; at != null && path.add(at); at = parent(at)) {
            GroupObject group = group(at);
            bound |= group != null && isBound(group.spec().schedulingConstraints());
        }
        return bound;
    }

    private static boolean isBound(@Nullable SchedulingConstraints constraints) {
        return constraints != null && !constraints.topology().isEmpty();
    }

    /** {@return the priority that a group states, or empty} */
    public OptionalInt priority(GroupRef ref) {
        requireNonNull(ref, "ref");
        GroupObject group = group(ref);
        Integer priority = group == null ? null : group.spec().priority();
        return priority == null ? OptionalInt.empty() : OptionalInt.of(priority);
    }

    /** {@return the group and all groups inside it that hold pods, in order} */
    public List<GroupRef> leavesOf(GroupRef ref) {
        return within(requireNonNull(ref, "ref")).stream()
                .filter(inside -> inside.kind() != GroupRef.Kind.COMPOSITE_POD_GROUP)
                .toList();
    }

    private MemberCounts members(GroupRef ref, ClusterSnapshot snapshot) {
        MemberCounts members = snapshot.members(ref);
        for (GroupRef inside : within(ref)) {
            members = inside.equals(ref) ? members : members.plus(snapshot.members(inside));
        }
        return members;
    }

    /** {@return the group and all groups inside it, parents first; each once, also in a cycle} */
    private Set<GroupRef> within(GroupRef ref) {
        Set<GroupRef> seen = new LinkedHashSet<>();
        Deque<GroupRef> open = new ArrayDeque<>(List.of(ref));
        while (!open.isEmpty()) {
            GroupRef next = open.pop();
            if (seen.add(next)) {
                List<GroupRef> inside = children(next);
                for (int i = inside.size() - 1; i >= 0; i--) {
                    open.push(inside.get(i));
                }
            }
        }
        return seen;
    }

    /** {@return the topmost group above this one that exists; in a cycle the first by order} */
    public GroupRef rootOf(GroupRef ref) {
        return topmost.getOrDefault(requireNonNull(ref, "ref"), ref);
    }

    /** Notes the root of a group and of all groups on the way to it, up to one that is known. */
    private void root(GroupRef ref) {
        Set<GroupRef> path = new LinkedHashSet<>();
        GroupRef root = topmost.get(ref);
        GroupRef at = ref;
        while (root == null) {
            if (!path.add(at)) {
                root = firstOfCycle(at);
            } else {
                GroupRef parent = parent(at);
                root = parent == null || !composites.containsKey(parent) ? at : topmost.get(parent);
                at = root == null ? parent : at;
            }
        }
        for (GroupRef each : path) {
            topmost.put(each, root);
        }
    }

    private GroupRef firstOfCycle(GroupRef start) {
        GroupRef first = start;
        for (GroupRef next = parent(start); next != null && !next.equals(start); next = parent(next)) {
            first = next.compareTo(first) < 0 ? next : first;
        }
        return first;
    }

    private Object writeReplace() throws ObjectStreamException {
        return WrittenGroups.of(embedded, podGroups, composites, unreadable, isFlat);
    }

    /** What did not come as it is written was made up. */
    private Object readResolve() throws InvalidObjectException {
        throw new InvalidObjectException("groups that are not written as such");
    }
}
