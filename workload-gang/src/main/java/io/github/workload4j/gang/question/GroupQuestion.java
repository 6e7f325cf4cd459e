package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.RepellingPod;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.Simplified;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.PlacedVolumes;
import io.github.workload4j.gang.podclass.PodClasses;
import io.github.workload4j.gang.podclass.PodFilters;
import io.github.workload4j.gang.podclass.UnmodelledPods;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.volume.QuestionVolumes;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group that may be tried, as a question in numbers, and what the numbers are called.
 *
 * <p>The changing methods give the same question about other wishes of the pods or groups: what if it asked less, or
 * did not have to stay in one rack? They keep what was found out about the pods and cost time linear in kinds of pods
 * times nodes at most.
 *
 * <p>Java serialization writes its snapshot, its groups and how it was opened and changed since, and does that again
 * where it arrives: the answer is the same. A question with {@linkplain #withRoom room} that a function says, or that
 * was asked {@linkplain #on of another snapshot} than it was opened for, is a {@link NotSerializableException}.
 */
public final class GroupQuestion implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient PodClasses classes;
    private final transient QuestionNames names;
    private final transient OrderedPacking packing;
    private final transient GroupSummary about;

    /** How it came about; null if it cannot be opened anew. */
    private final transient @Nullable QuestionOrigin origin;

    /** What the domains of the label that was asked about last hold; null until then. */
    private transient volatile @Nullable DomainRooms rooms;

    /** What is free on nodes, if that is not what the snapshot says. */
    private final transient @Nullable BiFunction<List<String>, PackingNodes, PackingNodes> room;

    private GroupQuestion(PodClasses classes, GroupSummary about, @Nullable QuestionOrigin origin) {
        this(classes, new Compilation(classes).compile(), about, origin, null);
    }

    private GroupQuestion(
            PodClasses classes,
            OrderedPacking packing,
            GroupSummary about,
            @Nullable QuestionOrigin origin,
            @Nullable BiFunction<List<String>, PackingNodes, PackingNodes> room) {
        this.classes = classes;
        this.names = new QuestionNames(classes);
        this.packing = packing;
        this.about = about;
        this.origin = origin;
        this.room = room;
    }

    /**
     * {@return the same question of other classes, with what is said to be free}
     *
     * @param change what was changed; null if that is no value
     */
    private GroupQuestion changed(PodClasses other, GroupSummary summary, @Nullable QuestionChange change) {
        GroupQuestion changed =
                new GroupQuestion(other, summary, origin == null || change == null ? null : origin.with(change));
        return room == null ? changed : changed.withRoom(room);
    }

    /** {@return the same question, of which nothing is shared that changes; nobody else may be asking this one} */
    GroupQuestion forAnotherCaller() {
        return new GroupQuestion(classes.forAnotherCaller(), packing, about, origin, room);
    }

    static GroupQuestion of(
            ClusterSnapshot snapshot,
            GroupTree tree,
            Membership membership,
            GroupSummary about,
            @Nullable QuestionOrigin origin) {
        PodClasses classes = PodClasses.of(snapshot, tree, membership, Releases.rules(snapshot, about.release()));
        return new GroupQuestion(
                classes,
                new GroupSummary(
                        about.group(), about.minimum(), about.members(), UnmodelledPods.of(classes), about.release()),
                origin);
    }

    /**
     * {@return the question about a group, or about the root of its tree if it is inside another; empty if the group is
     * gated, in error or satisfied, so that no node needs to be looked at}
     */
    public static Optional<GroupQuestion> of(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        return Feasibility.open(snapshot, groups, group) instanceof Opening.Open open
                ? Optional.of(open.question())
                : Optional.empty();
    }

    /**
     * {@return the question whether at least {@code minimum} of these groups fit together; empty if fewer than that may
     * be tried}
     *
     * <p>Those that are gated, in error or satisfied are left out. The root of the question is a made-up group, which
     * goes by the release of the first of them.
     *
     * @param some groups, of which those inside another stand for their roots
     * @param minimum how many of them must fit
     */
    public static Optional<GroupQuestion> together(
            ClusterSnapshot snapshot, Groups groups, List<GroupRef> some, int minimum) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(some, "some");
        return SeveralGroups.question(snapshot, groups, some, minimum);
    }

    /** {@return what a verdict on this question is about} */
    public GroupSummary about() {
        return about;
    }

    /**
     * {@return what a verdict with a placement is about: as {@link #about()}, and what the placement depends on because
     * of the volumes that it names}
     */
    public GroupSummary about(List<Assignment> placement) {
        requireNonNull(placement, "placement");
        return classes.volumes() == null
                ? about
                : PlacedVolumes.named(classes, classes.volumes(), placement).about(about);
    }

    /** {@return the pods in classes, and what they meet} */
    PodClasses classes() {
        return classes;
    }

    /** {@return what the numbers are called} */
    QuestionNames names() {
        return names;
    }

    /** {@return what the domains of a label hold of its pods; remembered for one label} */
    DomainRooms rooms(String key) {
        DomainRooms known = rooms;
        if (known == null || !known.key.equals(key)) {
            known = new DomainRooms(this, key);
            rooms = known;
        }
        return known;
    }

    /** {@return the question in numbers with its ordered rules} */
    OrderedPacking ordered() {
        return packing;
    }

    /** {@return the snapshot the question is asked of} */
    public ClusterSnapshot snapshot() {
        return classes.snapshot();
    }

    /**
     * {@return the question in numbers; if {@linkplain #isOrdered() ordered}, without the rules whose order matters}
     */
    public Packing packing() {
        return packing.relaxed();
    }

    /**
     * {@return whether there is a rule for which the order of placing matters: pod affinity or topology spread between
     * members}
     */
    public boolean isOrdered() {
        return packing.isOrdered();
    }

    /**
     * {@return whether its rules about other pods have more pairs of pods to look at than are looked at, or its claims
     * more volumes: the packing is without these rules then, and every answer is {@linkplain StopReason#MEMORY
     * undetermined}}
     */
    public boolean hasTooManyPairs() {
        return !classes.tooManyPairs().isEmpty();
    }

    /** {@return the names of resources, in the order of the packing; the last is {@code pods}} */
    public List<String> resources() {
        return names.resources();
    }

    /**
     * {@return names of the columns of a packing that an {@link Evidence.Certified} of this question is about}
     *
     * <p>Beside the {@link #resources()} there may be room that spread constraints leave.
     *
     * @param certified the packing
     */
    public List<String> resourcesOf(Packing certified) {
        return names.columns(requireNonNull(certified, "certified"));
    }

    /** {@return what the pod classes of the packing are, in its order} */
    public List<NamedPodClass> podClasses() {
        return names.podClasses();
    }

    /** {@return the groups, by their numbers in the packing: a group before the groups inside it} */
    public List<GroupNode> groups() {
        return names.groups();
    }

    /** {@return why which nodes do not take a pod of a kind, in time linear in nodes} */
    public FilterReasons filterReasons(int podClass) {
        return new PodFilters(classes, podClass).reasons();
    }

    /**
     * {@return the same question about pods that ask something else}
     *
     * @param change called with one pod of each kind; the pod it returns stands for all of that kind, but its labels
     *     and its group are not looked at
     */
    public GroupQuestion withPods(UnaryOperator<Pod> change) {
        PodClasses other = classes.with(requireNonNull(change, "change"));
        List<Pod> pods = other.entries().stream().map(PodClasses.Entry::pod).toList();
        return changed(other, about, new QuestionChange.Pods(pods));
    }

    /**
     * {@return the running pods whose own required anti-affinity keeps a pending pod of the question away, in the order
     * of namespace and name; takes time linear in such pods times kinds}
     */
    public List<RepellingPod> repelling() {
        return names.repelling();
    }

    /** {@return what its pods claim: devices and volumes} */
    public QuestionClaims claims() {
        return new QuestionClaims(this);
    }

    /** {@return the same question, as if its pods had no volumes} */
    public GroupQuestion withoutVolumes() {
        return changed(classes.withoutVolumes(), about, QuestionChange.Assumption.NO_VOLUMES);
    }

    /**
     * {@return the same question, as if its pods' shared claims that are not bound were bound, to volumes that every
     * node reaches}
     */
    public GroupQuestion withSharedClaimsBound() {
        return changed(
                classes.with(QuestionVolumes.Sharing.BOUND), about, QuestionChange.Assumption.SHARED_CLAIMS_BOUND);
    }

    /** {@return the same question, in which pods that share a volume for one node are on one node} */
    GroupQuestion withVolumesOnOneNode() {
        return changed(classes.with(QuestionVolumes.Sharing.ON_ONE_NODE), about, null);
    }

    /** {@return the same question, as if no {@linkplain #repelling running pod} kept others away} */
    public GroupQuestion withoutRepelling() {
        return changed(classes.withoutRepelling(), about, QuestionChange.Assumption.NOBODY_REPELS);
    }

    /**
     * {@return the same question about pods of which each asks this much of a resource in all}
     *
     * @param resource its name, such as {@code cpu}
     * @param amount cpu in thousandths, the rest in units; 0 or more
     */
    public GroupQuestion withRequest(String resource, long amount) {
        PodRequests.requireAmount(resource, amount);
        return withPods(pod -> PodRequests.with(pod, resource, amount));
    }

    /**
     * {@return the same question about pods of which none asks more than this in all; those that ask less stay as they
     * are}
     *
     * @param resource its name, such as {@code cpu}
     * @param amount cpu in thousandths, the rest in units; 0 or more
     */
    public GroupQuestion withRequestAtMost(String resource, long amount) {
        PodRequests.requireAmount(resource, amount);
        return PodRequests.atMost(this, resource, amount);
    }

    /** {@return the same question about pods that ask nothing of a resource} */
    public GroupQuestion withoutRequest(String resource) {
        requireNonNull(resource, "resource");
        return withPods(pod -> PodRequests.without(pod, resource));
    }

    /**
     * {@return the same question with a group bound to one domain of another label, or to none if that is null; running
     * members still pin the group to their domain}
     */
    public GroupQuestion withTopologyKey(GroupRef group, @Nullable String key) {
        requireNonNull(group, "group");
        return with(tree().with(group, node -> node.withTopologyKey(key)), new QuestionChange.TopologyKey(group, key));
    }

    /**
     * {@return whether running members of a group with a topology constraint are in several domains, so that the group
     * is in error and not tried; {@linkplain #withTopologyKey binding it to another label} can bring that about}
     */
    public boolean isContradicted() {
        return admission(snapshot()).domainConflict(tree()) != null;
    }

    private Admission admission(ClusterSnapshot of) {
        return new Admission(of, tree(), classes.membership(), classes.rules(), about);
    }

    /** {@return the same question with another minimum of a group, 1 or more, running ones included} */
    public GroupQuestion withMinimum(GroupRef group, int minimum) {
        requireNonNull(group, "group");
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum: " + minimum + " (expected: 1 or more)");
        }
        return with(tree().with(group, node -> node.withMinimum(minimum)), new QuestionChange.Minimum(group, minimum));
    }

    /** {@return the same question about one of the groups alone, as if there were no group around it} */
    public GroupQuestion alone(GroupRef group) {
        requireNonNull(group, "group");
        GroupTree only = tree().find(group);
        if (only == null) {
            throw new IllegalArgumentException("group: " + group + " is not in the tree of " + tree().ref());
        }
        return with(only, new QuestionChange.Alone(group));
    }

    /** {@return the same question with pods on these nodes alone, as bits} */
    GroupQuestion within(long[] nodes) {
        return changed(classes.within(nodes), about, null);
    }

    /** {@return the same question about other groups, leaves of the same names} */
    GroupQuestion with(GroupTree other, @Nullable QuestionChange change) {
        return changed(
                classes.with(other),
                new GroupSummary(
                        other.ref(),
                        other.minimum(),
                        classes.membership().counts(other),
                        about.unmodelled(),
                        about.release()),
                change);
    }

    /**
     * {@return the domains in which pods of a group with a topology constraint are placed by some valid answer}
     *
     * <p>Every domain is a question of its own. Of what is left on the meter it gets an equal share with those still to
     * be asked about.
     *
     * @throws IllegalArgumentException if the tree has no such group, or it has no topology constraint
     */
    public DomainsThatFit domainsThatFit(GroupRef group, WorkMeter meter) {
        requireNonNull(group, "group");
        requireNonNull(meter, "meter");
        return FittingDomains.of(this, group, meter);
    }

    /**
     * {@return the same question asked of another snapshot, in which the members are the same}
     *
     * <p>The {@linkplain GroupSummary#release() release} stays that of this question, whatever the other snapshot is
     * said to run. Who wants another opens the question anew.
     *
     * <p>Costs little more than a look at each group if the other snapshot was made from this one's by changes that did
     * not touch the members.
     *
     * @throws IllegalArgumentException if a member is missing there, differs, is on another node, or is one too many;
     *     or if running members of a group with a topology constraint are not in one domain there
     */
    public GroupQuestion on(ClusterSnapshot other) {
        requireNonNull(other, "other");
        SameWorld.requireMembers(tree(), snapshot(), other);
        SameWorld.requireDomains(tree(), admission(snapshot()), admission(other));
        return new GroupQuestion(classes.on(other), about, null);
    }

    /**
     * Makes sure that a verdict is one on this question: its group, minimum and members; that its pods wait and its
     * nodes are here; and that a certificate is about these pods, nodes and free resources. What an undetermined
     * verdict counted is not checked.
     *
     * @throws IllegalArgumentException if it is not; the message says what does not belong
     */
    public void requireOwn(Verdict verdict) {
        requireNonNull(verdict, "verdict");
        SameWorld.requireVerdict(this, verdict);
    }

    /**
     * {@return whether other pods matter to it by what they take of nodes alone: it asks for no devices, volumes or
     * host ports, has no rule about other pods, and no pod that is there has one against it}
     */
    public boolean looksAtRoomAlone() {
        return classes.looksAtRoomAlone();
    }

    /** {@return whether its pods ask for devices or volumes that are claimed} */
    public boolean asksForClaims() {
        return classes.asksForClaims();
    }

    /**
     * {@return the same question where something else is free on nodes: what will be left later, or through some time}
     *
     * <p>All else is as it is, and changes of the question keep it; {@link #on} another snapshot it is forgotten, whose
     * nodes are others.
     *
     * @param room given the {@linkplain #resources() resources} and what is free of them, says what is to be
     */
    public GroupQuestion withRoom(BiFunction<List<String>, PackingNodes, PackingNodes> room) {
        requireNonNull(room, "room");
        PackingNodes left = room.apply(resources(), packing().nodes());
        return new GroupQuestion(
                classes,
                new OrderedPacking(packing().on(left), packing.attractions(), packing.spreads(), packing.volumes()),
                about,
                origin,
                room);
    }

    /**
     * {@return what is wrong with a placement of pods of this question, by checkers that share no code with the search;
     * empty if nothing is. What claims for devices and volumes say is not looked at}
     *
     * @param placement where its pods go, in the order in which they are placed
     * @param meter what the check may spend; what could not be looked at to the end is wrong
     */
    public Optional<String> objectionTo(List<Assignment> placement, WorkMeter meter) {
        requireNonNull(placement, "placement");
        requireNonNull(meter, "meter");
        AnswerCheck.Flaw flaw = new AnswerCheck(this, meter).flawOf(names.steps(placement));
        return flaw == null ? Optional.empty() : Optional.of(flaw.objection());
    }

    /** {@return whether the group fits} */
    public Verdict answer(Budget budget) {
        return answer(requireNonNull(budget, "budget").meter());
    }

    /** {@return whether the group fits, found out within what is left of a budget} */
    public Verdict answer(WorkMeter meter) {
        return answer(meter, Preference.SEARCH);
    }

    /**
     * {@return the same, and among placements of as many pods a preferred one}
     *
     * <p>The verdict has been checked, unless the budget says otherwise; if nothing of the budget is left, it is
     * undetermined at once.
     */
    public Verdict answer(WorkMeter meter, Preference preference) {
        requireNonNull(meter, "meter");
        requireNonNull(preference, "preference");
        StopReason over = meter.isOver() ? meter.stopped() : null;
        return over != null
                ? new Verdict.Undetermined(about, 0, packing().pods(), over, "", 0)
                : new Answering(this, meter).answer(preference);
    }

    /** {@return the groups as a tree} */
    GroupTree tree() {
        return classes.root();
    }

    /**
     * {@return a certificate as evidence, not checked: it is evidence once a {@code gang.proof.check.PackingChecker}
     * accepts it for the packing in it}
     *
     * <p>This is for certificates that come from elsewhere.
     */
    public Evidence.Certified certified(Certificate certificate) {
        requireNonNull(certificate, "certificate");
        return certified(Simplified.of(packing).relaxed(), certificate);
    }

    /** {@return which group it is about and how large it is, in a line} */
    @Override
    public String toString() {
        return "GroupQuestion[" + about.group() + ", minimum=" + about.minimum() + ", " + snapshot() + "]";
    }

    /** {@return a certificate with the names of what it is about} */
    Evidence.Certified certified(Packing relaxed, Certificate certificate) {
        return new Evidence.Certified(relaxed, certificate, names.classes(), names.nodes(), packing.isOrdered());
    }

    private Object writeReplace() throws ObjectStreamException {
        if (room != null) {
            throw new NotSerializableException(
                    "question: what is free on its nodes is said by a function (withRoom), which does not travel");
        }
        if (origin == null) {
            throw new NotSerializableException("question: it was asked of another snapshot (on) than it was opened for:"
                    + " open it of that one, and it travels");
        }
        return origin.written(snapshot());
    }

    /** What did not come as it is written was made up. */
    private Object readResolve() throws InvalidObjectException {
        throw new InvalidObjectException("a question that is not written as one");
    }
}
