package io.github.workload4j.cli.input;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.derive.Assumption;
import io.github.workload4j.intent.derive.Completed;
import io.github.workload4j.intent.derive.Derivation;
import io.github.workload4j.intent.derive.DerivedGroup;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.ReadingMode;
import io.github.workload4j.intent.read.SourceObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The groups that objects of the inputs mean, and where those objects are. */
public final class MeantGroups {

    private final IntentReader reader = new IntentReader();
    private final Map<SourceObject, String> files = new HashMap<>();
    private final Map<SourceObject, Integer> lines = new HashMap<>();
    private final Map<String, List<DerivedGroup>> byRoot = new HashMap<>();
    private final Map<String, Completed> completed = new HashMap<>();
    private final List<String> notRead = new ArrayList<>();
    private boolean hasLeft;
    private boolean isAny;

    MeantGroups() {}

    /** Takes a document of another API. */
    void add(String file, Document document) {
        place(file, document, reader.add(document));
    }

    /** Takes an object of the model. */
    void add(String file, Document document, ApiObject object) {
        place(file, document, reader.add(document, object));
    }

    /** {@return the namespaces of the objects} */
    Set<String> namespaces() {
        Set<String> namespaces = new HashSet<>();
        files.keySet().forEach(object -> namespaces.add(ObjectMeta.namespaceOrDefault(object.namespace())));
        return namespaces;
    }

    private void place(String file, Document document, SourceObject object) {
        List<String> others = IntentReader.otherVersions(document.apiVersion(), document.kind());
        if (!others.isEmpty()) {
            notRead.add(object + " is of " + document.apiVersion() + ", which is not read, and was not asked about"
                    + " (expected: " + String.join(" or ", others) + ")");
        }
        if (IntentReader.reads(document.apiVersion(), document.kind())) {
            files.putIfAbsent(object, file);
            lines.putIfAbsent(object, document.line());
        }
    }

    /**
     * {@return pods and groups, those that objects mean among them}
     *
     * @param release whose Job controller is meant
     * @param wrong takes values that are wrong, with the object's file and line
     * @param left takes what else is to say
     */
    Derivation derive(
            List<Pod> pods,
            List<SchedulingObject> groups,
            Set<Assumption> assumptions,
            KubernetesRelease release,
            BiConsumer<Unread, Boolean> wrong,
            Consumer<String> left) {
        notRead.forEach(left);
        List<Reading> readings = reader.readings(ReadingMode.UNIT, release);
        Derivation derivation = Derivation.of(readings, pods, groups, assumptions, release);
        for (Reading reading : readings) {
            for (Fault fault : reading.faults()) {
                // What a Job of the model has too much is told when it is read.
                boolean isTold = fault.type().stage() == Stage.STRICT
                        && reading.object().kind().equals("Job")
                        && reading.object().group().equals("batch");
                if (!reading.finished() && !isTold) {
                    wrong.accept(unread(reading, fault), reading.isWhole());
                }
            }
        }
        readings.forEach(reading -> withoutContainers(reading, left));
        isAny = !readings.isEmpty();
        hasLeft = !notRead.isEmpty() || !derivation.left().isEmpty();
        List<String> missing = new ArrayList<>();
        for (Reading reading : derivation.left()) {
            ReadingLoss error = reading.error();
            if (error != null && error.path().equals(FieldPath.DOCUMENT)) {
                // A group of another scheduler that no pod names: nothing to ask about.
                continue;
            }
            if (error != null && reading.faults().isEmpty()) {
                missing.add(reading.object() + ": " + error.where() + ": " + error.what());
            } else if (reading.isWhole()) {
                left.accept(reading.object() + " means more than " + Derivation.MOST
                        + " pods and groups, and was not asked about");
            }
        }
        if (!missing.isEmpty()) {
            left.accept(missing.get(0)
                    + (missing.size() == 1
                            ? ""
                            : "; and " + Counted.of(missing.size() - 1L, "more object") + " like it")
                    + ": not asked about");
        }
        for (DerivedGroup group : derivation.derived()) {
            byRoot.computeIfAbsent(group.namespace() + "/" + group.root(), root -> new ArrayList<>())
                    .add(group);
        }
        derivation.completed().forEach(each -> completed.put(each.namespace() + "/" + each.name(), each));
        return derivation;
    }

    /** A template that is forgotten, or at a wrong place, is no pod that fits anywhere. */
    private static void withoutContainers(Reading reading, Consumer<String> left) {
        reading.groups().stream()
                .flatMap(group -> group.shapes().stream())
                .filter(shape -> shape.spec() != null
                        && shape.template().spec().containers().isEmpty())
                .findFirst()
                .ifPresent(shape -> left.accept(reading.object() + ": " + shape.spec()
                        + " has no containers (expected: some); its pods ask for nothing"));
    }

    /** {@return whether objects were read, whatever they mean} */
    public boolean isAny() {
        return isAny;
    }

    /** {@return whether objects mean groups that could not be asked about} */
    public boolean hasLeft() {
        return hasLeft;
    }

    private Unread unread(Reading reading, Fault fault) {
        String what = fault.path() + ": " + fault.detail() + (fault.hint().isEmpty() ? "" : ": " + fault.hint());
        String file = files.getOrDefault(reading.object(), "");
        return Unread.value(
                file, lines.getOrDefault(reading.object(), 0), reading.object().toString(), fault.position(), what);
    }

    /** {@return what was derived of a root group and the groups in it; empty if nothing was} */
    public List<DerivedGroup> of(GroupRef root) {
        return byRoot.getOrDefault(withoutKey(root), List.of());
    }

    /** {@return the same, by the objects that it was derived of} */
    public Map<Reading, List<DerivedGroup>> sources(GroupRef root) {
        Map<Reading, List<DerivedGroup>> sources = new LinkedHashMap<>();
        of(root).forEach(group -> sources.computeIfAbsent(group.reading(), reading -> new ArrayList<>())
                .add(group));
        return sources;
    }

    /** {@return the objects that a root group was derived of} */
    public List<SourceObject> objects(GroupRef root) {
        return sources(root).keySet().stream().map(Reading::object).toList();
    }

    /** {@return what was assumed about groups that hold pods} */
    public List<Completed> completed(List<GroupRef> leaves) {
        return leaves.stream()
                .map(leaf -> completed.get(leaf.toString()))
                .filter(known -> known != null)
                .toList();
    }

    private static String withoutKey(GroupRef root) {
        return root.kind() == GroupRef.Kind.WORKLOAD
                ? GroupRef.workload(root.namespace(), root.name(), root.podGroup(), "")
                        .toString()
                : root.toString();
    }

    /** {@return the phase of a root group, 0 if it has none} */
    public int phase(GroupRef root) {
        return of(root).stream().mapToInt(group -> group.group().phase()).max().orElse(0);
    }

    /** {@return the roots of the same object whose pods run before those of a root exist, in order} */
    public List<GroupRef> before(GroupRef root) {
        if (phase(root) == 0) {
            return List.of();
        }
        Set<Reading> own = sources(root).keySet();
        List<GroupRef> before = new ArrayList<>();
        byRoot.values().stream()
                .flatMap(List::stream)
                .filter(group -> own.contains(group.reading())
                        && group.name().equals(group.root())
                        && group.group().phase() < phase(root))
                .map(MeantGroups::ref)
                .distinct()
                .sorted()
                .forEach(before::add);
        return before;
    }

    private static GroupRef ref(DerivedGroup group) {
        return group.group().isComposite()
                ? GroupRef.compositePodGroup(group.namespace(), group.name())
                : GroupRef.podGroup(group.namespace(), group.name());
    }
}
