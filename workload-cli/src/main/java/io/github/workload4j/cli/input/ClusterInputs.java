package io.github.workload4j.cli.input;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.Skipped;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.stored.StoredSnapshot;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.derive.Assumption;
import io.github.workload4j.intent.derive.Derivation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All inputs of {@code workload check} together: one snapshot and its groups. Faults in them are kept and reported,
 * because an answer about half a cluster is not an answer about the cluster.
 */
public final class ClusterInputs implements Inputs.Sink {

    private static final int MOST_PROBLEMS = 20;
    private static final ClusterSnapshot NOTHING = ClusterSnapshot.of(List.of());
    private static final ServerRules RULES = ServerRules.of(ClusterSetup.OPEN, false, false);

    private final InputObjects objects = new InputObjects();
    private final KnownObjects known = new KnownObjects();
    private final MeantGroups meant = new MeantGroups();
    private final UnknownFields unknownFields = new UnknownFields();
    private final OtherKinds otherKinds = new OtherKinds();
    private final PrintWriter err;
    private final Style style;
    private final List<Unread> unread = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int errors;
    private @Nullable GroupPods members;

    /** The first stored snapshot; the pods that were not taken from it are not among the others. */
    private @Nullable StoredCluster cluster;

    ClusterInputs(Terminal terminal) {
        this.err = terminal.err();
        this.style = terminal.errorStyle();
    }

    /** Takes what a stored snapshot holds: nodes and pods as they are, objects beside it as manifests. */
    @Override
    public boolean accept(String file, StoredSnapshot stored) {
        String place = Inputs.shown(file);
        StoredCluster now = new StoredCluster(
                stored.snapshot().withSetup(ClusterSetup.OPEN),
                place,
                objects.pods().size());
        boolean isOnly = cluster == null;
        List<ApiObject> held = isOnly
                ? now.objects(objects.pods())
                : stored.snapshot().since(NOTHING).put();
        cluster = isOnly ? now : cluster;
        for (ApiObject object : held) {
            String called = know(object);
            if (known.isFirst(called, called, object, place, wrong -> wrong(Unread.input(file, wrong), true))) {
                objects.keep(object);
            } else if (isOnly) {
                now.leaveOut(object);
            }
        }
        StringBuilder others = new StringBuilder();
        stored.others().forEach(object -> others.append(ManifestWriter.json().write(object)));
        ManifestReader.lenient().read(others.toString()).forEach(document -> accept(file, document));
        return true;
    }

    /** {@return what an object is called; a pod of that name in a stored snapshot is known from now on} */
    private String know(ApiObject object) {
        String called = KnownObjects.called(object);
        StoredCluster stored = cluster;
        if (stored != null && object instanceof Pod pod) {
            stored.like(pod).ifPresent(its -> known.isFirst(called, called, its, stored.place(), wrong -> {}));
        }
        return called;
    }

    /** Takes one document, read leniently. */
    @Override
    public void accept(String file, Document read) {
        Document document = UnknownFields.strict(read);
        otherKinds.take(document);
        if (document instanceof Skipped && isNew(file, document)) {
            meant.add(file, document);
        }
        if (document instanceof Undecodable undecodable) {
            refuse(file, document, undecodable.faults(), Problem::of);
        } else if (document instanceof Decoded decoded) {
            List<Fault> unknown = unknownFields.take(file, decoded);
            if (!unknown.isEmpty()) {
                // The rest of the object is used; what these fields were meant to say is not known.
                refuse(file, document, unknown, Problem::of);
            }
            ApiObject object = named(decoded.object());
            List<Violation> negative = NegativeAmounts.in(object);
            if (!negative.isEmpty()) {
                refuse(file, document, negative, Problem::of);
            } else if (isNew(file, document, object)) {
                meant.add(file, document, object);
                objects.keep(object);
                if (object instanceof SchedulingObject group) {
                    judge(file, document, group);
                }
            }
        }
    }

    private <T> void refuse(String file, Document document, List<T> wrong, BiFunction<Document, T, Problem> toProblem) {
        List<Problem> problems =
                wrong.stream().map(each -> toProblem.apply(document, each)).toList();
        problems.forEach(problem -> report("error", file, document, problem));
        unread.add(Unread.document(file, document, problems.get(0)));
    }

    /** A pod that the server would name is named here as well: its prefix and a number. */
    private ApiObject named(ApiObject object) {
        if (!(object instanceof Pod pod)
                || !pod.metadata().name().isEmpty()
                || pod.metadata().generateName().isEmpty()) {
            return object;
        }
        ObjectMeta metadata = pod.metadata();
        int stored = cluster == null ? 0 : cluster.snapshot().pods();
        String name = metadata.generateName() + (objects.pods().size() + stored);
        return pod.withMetadata(metadata.toBuilder().name(name).build());
    }

    private void judge(String file, Document document, SchedulingObject group) {
        for (Violation violation : RULES.violations(null, group)) {
            Problem problem = Problem.of(document, violation);
            report("warning", file, document, problem);
            warnings.add(Unread.document(file, document, problem).fault());
        }
    }

    /** Objects of other APIs are told apart if they mean groups. */
    private boolean isNew(String file, Document document) {
        String kind = document.kind();
        Optional<PlainValue> content = document.content();
        if (content.isEmpty() || !IntentReader.reads(document.apiVersion(), kind)) {
            return true;
        }
        PlainValue generated = content.get().field("metadata").field("generateName");
        if (document.name().isEmpty()) {
            return hasName(file, document, kind, generated.text().orElse(""));
        }
        String group = document.apiVersion().substring(0, document.apiVersion().indexOf('/'));
        String path = ObjectMeta.namespaceOrDefault(document.namespace()) + "/" + document.name();
        return isFirst(
                file,
                document,
                group + " " + kind + " " + path,
                kind + " " + path,
                content.get().json());
    }

    private boolean hasName(String file, Document document, String kind, String generated) {
        if (generated.isEmpty()) {
            complain(file, document, "a " + kind + " without a name, left out (expected: metadata.name)");
        }
        return !generated.isEmpty();
    }

    private boolean isNew(String file, Document document, ApiObject object) {
        String name = object.metadata().name();
        if (name.isEmpty()) {
            String generated = object instanceof Job job ? job.metadata().generateName() : "";
            return hasName(file, document, object.kind(), generated);
        }
        String called = know(object);
        return isFirst(file, document, called, called, object);
    }

    private boolean isFirst(String file, Document document, String key, String called, Object content) {
        String place = Inputs.shown(file) + ":" + document.line();
        return known.isFirst(key, called, content, place, wrong -> complain(file, document, wrong));
    }

    private void report(String severity, String file, Document document, Problem problem) {
        if (severity.equals("warning") || ++errors <= MOST_PROBLEMS) {
            ProblemText.print(err, style, severity, file, document.line(), problem);
        }
    }

    private void complain(String file, Document document, String complaint) {
        Problem problem = new Problem("", "", null, complaint, complaint, null, null);
        unread.add(Unread.document(file, document, problem));
        if (++errors <= MOST_PROBLEMS) {
            err.println(Style.printable("error: " + Inputs.shown(file) + ":" + document.line() + ": " + complaint));
        }
    }

    /** A value of an object that means pods; what is left of the object is used, or nothing. */
    private void wrong(Unread value, boolean isUsed) {
        unread.add(value);
        if (++errors <= MOST_PROBLEMS) {
            String more = isUsed ? "" : "; the object is left out";
            err.println(Style.printable("error: " + value.fault() + more));
        }
    }

    private void warn(String warning) {
        warnings.add(warning);
        err.println("warning: " + Style.printable(warning));
    }

    /**
     * {@return the release that nobody has to name: the newest that a kubelet of the nodes is of, if it serves
     * PodGroups, or else the newest final one}
     */
    KubernetesRelease likelyRelease() {
        return kubeletRelease()
                .filter(release -> release.newestVersionOf("PodGroup").isPresent())
                .orElseGet(KubernetesRelease::newestFinal);
    }

    private Optional<KubernetesRelease> kubeletRelease() {
        return ReleaseOption.ofKubelets(objects.nodes());
    }

    /** {@return the releases by which answers about the groups go if none is given} */
    Set<KubernetesRelease> releases() {
        Optional<KubernetesRelease> kubelets = kubeletRelease();
        Set<KubernetesRelease> releases = new TreeSet<>();
        for (SchedulingObject group : objects.groups()) {
            releases.add(kubelets.filter(release -> release.serves(group.apiVersion(), group.kind()))
                    .orElseGet(() -> ClusterSetup.OPEN.releaseOf(group)));
        }
        return releases;
    }

    /** Adds a group that is in no file, as a release has it. */
    void ask(PodOption asked, KubernetesRelease release) {
        for (Pod pod : asked.members()) {
            know(pod);
            if (known.contains(
                    "Pod " + asked.group().namespace() + "/" + pod.metadata().name())) {
                asked.refuse("a pod " + asked.group().namespace() + "/"
                        + pod.metadata().name());
            }
        }
        if (known.contains("PodGroup " + asked.group())) {
            asked.refuse("a PodGroup " + asked.group());
        }
        if (asked.template().isPresent() && known.contains("ResourceClaimTemplate " + asked.group())) {
            asked.refuse("a ResourceClaimTemplate " + asked.group());
        }
        asked.template().ifPresent(objects.devices()::add);
        asked.requireTopology(objects.nodes());
        objects.groups().add(asked.podGroup(release));
        objects.pods().addAll(asked.members());
    }

    /**
     * Adds the pods and groups that objects mean, completes what was read, and says what is odd about it as a whole.
     *
     * @param release whose Job controller is meant
     */
    void complete(Set<Assumption> assumptions, KubernetesRelease release) {
        takePods();
        Derivation derivation = meant.derive(
                List.copyOf(objects.pods()),
                List.copyOf(objects.groups()),
                assumptions,
                release,
                this::wrong,
                this::warn);
        objects.pods().clear();
        objects.pods().addAll(derivation.pods());
        objects.groups().clear();
        objects.groups().addAll(derivation.groups());
        Priorities priorities = new Priorities(objects.classes());
        objects.pods().replaceAll(priorities::of);
        objects.groups().replaceAll(priorities::of);
        for (String name : priorities.unknown()) {
            warn("PriorityClass " + name + " is not in the inputs: pods and groups that name it count as priority 0");
        }
        unknownFields.warnings().forEach(this::warn);
        otherKinds.warning().ifPresent(this::warn);
        if (errors > MOST_PROBLEMS) {
            err.println("error: " + (errors - MOST_PROBLEMS) + " more, not shown; `workload validate` shows all");
        }
        if (errors > 0) {
            err.println("warning: some of the inputs could not be used; what follows is about the rest");
        }
        OddPods.warnings(objects.pods(), objects.groups()).forEach(this::warn);
        err.flush();
    }

    /** Takes the pods of a stored snapshot that matter. */
    private void takePods() {
        StoredCluster stored = cluster;
        if (stored != null) {
            Set<String> namespaces = new HashSet<>(meant.namespaces());
            Stream.concat(objects.pods().stream(), objects.groups().stream())
                    .forEach(each -> namespaces.add(each.metadata().namespaceOrDefault()));
            List<Pod> some = stored.take(namespaces, !objects.classes().isEmpty());
            some.forEach(this::know);
            objects.pods().addAll(stored.at(), some);
        }
    }

    /**
     * Says what is odd about them if they are to be a cluster.
     *
     * @param complete whether every input could be read
     */
    void requireCluster(boolean complete) {
        if (objects.nodes().isEmpty() && complete) {
            warn("no nodes in the inputs: nothing fits (expected: what `kubectl get nodes,pods -A -o yaml` prints)");
        }
        Set<String> names = new HashSet<>();
        objects.nodes().forEach(node -> names.add(node.metadata().name()));
        List<Pod> elsewhere = objects.pods().stream()
                .filter(pod -> pod.isAssigned()
                        && !pod.isFinished()
                        && !names.contains(pod.spec().nodeName()))
                .toList();
        if (!elsewhere.isEmpty()) {
            Pod first = elsewhere.get(0);
            warn(Counted.of(elsewhere.size(), "pod") + " on nodes that are not in the inputs, such as "
                    + first.metadata().name() + " on " + first.spec().nodeName());
        }
        err.flush();
    }

    /** Warns if an option names an annotation that no pod and no group has. */
    public void lookFor(String option, @Nullable String annotation) {
        if (annotation != null
                && Stream.concat(objects.pods().stream(), objects.groups().stream())
                        .noneMatch(each -> each.metadata().annotations().containsKey(annotation))) {
            warn(option + ": no pod and no group in the inputs has the annotation " + annotation
                    + " (stored snapshots keep none)");
            err.flush();
        }
    }

    /** {@return whether something in the inputs is wrong, so that answers are about what is left} */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** {@return documents that could not be read or were left out, in order} */
    public List<Unread> unread() {
        return unread;
    }

    /** {@return what is odd about the inputs and no reason to doubt the answers, in order} */
    public List<String> warnings() {
        return warnings;
    }

    /** {@return what objects of the inputs mean} */
    public MeantGroups meant() {
        return meant;
    }

    public List<PodDisruptionBudget> disruptionBudgets() {
        return objects.budgets();
    }

    /** {@return what no snapshot holds: groups, those that objects mean among them, budgets, priority classes} */
    public List<ApiObject> others() {
        return objects.others();
    }

    public ClusterSnapshot snapshot() {
        return objects.snapshot(cluster);
    }

    /** {@return a checker of placements, of a cluster of which nothing is said} */
    Replay replay() {
        return objects.replay(cluster);
    }

    public Groups groups() {
        Map<GroupRef, String> faults = new TreeMap<>();
        for (Unread each : unread) {
            if (each.group() != null) {
                faults.putIfAbsent(each.group(), each.fault());
            }
        }
        return Groups.of(objects.groups()).withUnreadable(faults);
    }

    /** {@return the pods by the groups that they name} */
    public GroupPods members() {
        GroupPods all = members;
        if (all == null) {
            all = new GroupPods(objects.pods(), known);
            members = all;
        }
        return all;
    }
}
