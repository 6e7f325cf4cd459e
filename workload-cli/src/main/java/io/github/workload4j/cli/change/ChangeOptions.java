package io.github.workload4j.cli.change;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.device.ResourceSliceSpec;
import io.github.workload4j.cli.answer.DroppedRule;
import io.github.workload4j.cli.screen.SeveralValues;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Changes that the caller states: to nodes, to the requests of pods, to the group. They are made in the order of this
 * list, before the group is judged.
 */
final class ChangeOptions {

    private static final Pattern LABEL = Pattern.compile("([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
    private static final String KEY = "(?<key>[a-zA-Z0-9./_-]+)";
    private static final Pattern ADDED =
            Pattern.compile("(?<node>[^=:]+)=(?<count>[0-9]{1,7})(:" + KEY + "=(?<value>[A-Za-z0-9_.-]*))?");
    private static final Pattern ADDED_DEVICES =
            Pattern.compile("(?<node>[^=:]+)=(?<count>[1-9][0-9]{0,2}):(?<like>[^/]+/.+/[^/]+)");
    private static final Pattern TOLERATED =
            Pattern.compile(KEY + "(=(?<value>[A-Za-z0-9_.-]*))?(:(?<effect>NoSchedule|PreferNoSchedule|NoExecute))?");
    private static final List<String> KNOWN = List.of("cpu", "memory", "ephemeral-storage");

    @Option(
            names = "--remove",
            paramLabel = "NODE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Takes the node away, and the pods on it.")
    private List<String> removed = new ArrayList<>();

    @Option(
            names = "--drain",
            paramLabel = "NODE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Cordons the node, and takes away the pods on it.")
    private List<String> drained = new ArrayList<>();

    @Option(
            names = "--uncordon",
            paramLabel = "NODE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Opens the node again.")
    private List<String> uncordoned = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "NODE:KEY=VALUE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Sets this label on the node; without =VALUE removes it.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--add",
            paramLabel = "NODE=COUNT[:KEY=VALUE]",
            description =
                    "Adds COUNT empty nodes like this one: the same labels, taints and allocatable resources, under new"
                            + " names. With KEY=VALUE they are in that domain.")
    private List<String> added = new ArrayList<>();

    @Option(
            names = "--add-device",
            paramLabel = "NODE=COUNT:DRIVER/POOL/DEVICE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Adds COUNT free devices like this one to the node, without taints.")
    private List<String> addedDevices = new ArrayList<>();

    @Option(
            names = "--request",
            paramLabel = "RESOURCE=AMOUNT",
            description =
                    "Lets every pending pod of the group ask this amount in all, such as cpu=2 or nvidia.com/gpu=4.")
    private Map<String, String> requests = new LinkedHashMap<>();

    @Option(
            names = "--request-at-most",
            paramLabel = "RESOURCE=AMOUNT",
            description = "Lets no pending pod of the group ask more than this amount in all; those that ask less stay"
                    + " as they are.")
    private Map<String, String> requestsAtMost = new LinkedHashMap<>();

    @Option(
            names = "--devices-at-most",
            paramLabel = "CLASS=COUNT",
            description = "Lets no request of the claims ask more than this many devices of the class.")
    private Map<String, Integer> devicesAtMost = new LinkedHashMap<>();

    @Option(
            names = "--tolerate",
            paramLabel = "KEY[=VALUE][:EFFECT]",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Lets the pending pods of the group tolerate this taint: of any value without =VALUE, of any"
                    + " effect without :EFFECT.")
    private List<String> tolerated = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "RULE",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Drops a rule of the pending pods of the group: " + DroppedRule.FORMS + ".")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--honor-taints",
            paramLabel = "KEY",
            arity = "1..*",
            parameterConsumer = SeveralValues.class,
            description = "Sets nodeTaintsPolicy: Honor in the topology spread over this label of the pending pods of"
                    + " the group.")
    private List<String> honored = new ArrayList<>();

    @Mixin
    private VolumeOptions volumes = new VolumeOptions();

    @Option(names = "--min-count", paramLabel = "N", description = "Sets the minCount (minGroupCount) of the group.")
    private @Nullable Integer minimum;

    @Option(
            names = "--topology",
            paramLabel = "[GROUP=]KEY",
            description = "Binds the group to one domain of this label; KEY none frees it of its domain. GROUP is one"
                    + " inside the group asked about.")
    private @Nullable String topology;

    @Mixin
    private final EndOptions ends = new EndOptions();

    /** {@return when pods that run end by themselves} */
    EndOptions ends() {
        return ends;
    }

    boolean isAnything() {
        return isAboutNodes() || isAboutPods() || volumes.isAnything() || minimum != null || topology != null;
    }

    /** {@return whether pods lose their nodes} */
    boolean takesPodsAway() {
        return !(removed.isEmpty() && drained.isEmpty()) || ends.isAsked();
    }

    private boolean isAboutNodes() {
        return takesPodsAway()
                || !(uncordoned.isEmpty() && labels.isEmpty() && added.isEmpty() && addedDevices.isEmpty());
    }

    private boolean isAboutPods() {
        return !(requests.isEmpty()
                && requestsAtMost.isEmpty()
                && devicesAtMost.isEmpty()
                && tolerated.isEmpty()
                && dropped.isEmpty()
                && honored.isEmpty());
    }

    /** {@return the snapshot with the changes of nodes made} */
    public ClusterSnapshot apply(ClusterSnapshot snapshot, CommandSpec spec) {
        ClusterSnapshot changed = ends.apply(snapshot, spec);
        for (String name : removed) {
            node(changed, name, "--remove", spec);
            changed = changed.drained(name).removeNode(name);
        }
        for (String name : drained) {
            node(changed, name, "--drain", spec);
            changed = changed.drained(name);
        }
        for (String name : uncordoned) {
            Node node = node(changed, name, "--uncordon", spec);
            changed = changed.put(Suggestion.Uncordon.uncordoned(node));
        }
        for (String label : labels) {
            changed = relabelled(changed, label, spec);
        }
        Set<String> names = new TreeSet<>();
        for (String some : added) {
            Suggestion.MoreNodes more = more(changed, some, spec);
            if (!names.add(more.like().metadata().name())) {
                throw wrong(spec, "--add: " + more.like().metadata().name() + " twice (expected: each node once)");
            }
            changed = NodesToAdd.applyTo(changed, more);
        }
        for (String some : addedDevices) {
            changed = moreDevices(changed, some, spec).applyTo(changed);
        }
        return changed;
    }

    private static Suggestion.MoreNodes more(ClusterSnapshot snapshot, String text, CommandSpec spec) {
        Matcher matcher = ADDED.matcher(text);
        if (!matcher.matches()) {
            throw wrong(
                    spec, "--add: `" + text + "` (expected: NODE=COUNT or NODE=COUNT:KEY=VALUE, 1 to 1000000 nodes)");
        }
        Node like = node(snapshot, matcher.group("node"), "--add", spec);
        int count = Integer.parseInt(matcher.group("count"));
        if (count < 1 || count > 1_000_000) {
            throw wrong(spec, "--add: " + count + " nodes (expected: 1 to 1000000)");
        }
        return new Suggestion.MoreNodes(like, matcher.group("key"), matcher.group("value"), count, false);
    }

    private static Suggestion.MoreDevices moreDevices(ClusterSnapshot snapshot, String text, CommandSpec spec) {
        Matcher matcher = ADDED_DEVICES.matcher(text);
        if (!matcher.matches()) {
            throw wrong(
                    spec, "--add-device: `" + text + "` (expected: NODE=COUNT:DRIVER/POOL/DEVICE, 1 to 999 devices)");
        }
        String node = node(snapshot, matcher.group("node"), "--add-device", spec)
                .metadata()
                .name();
        for (ResourceSlice slice : snapshot.devices().slices()) {
            ResourceSliceSpec offers = slice.spec();
            for (Device device : offers.devices()) {
                if ((offers.driver() + "/" + offers.pool().name() + "/" + device.name())
                        .equals(matcher.group("like"))) {
                    return new Suggestion.MoreDevices(
                            new DevicesAsked.Offered(
                                    offers.driver(), offers.pool().name(), device),
                            Map.of(node, Integer.parseInt(matcher.group("count"))),
                            false);
                }
            }
        }
        throw wrong(spec, "--add-device: there is no device " + matcher.group("like"));
    }

    private static ClusterSnapshot relabelled(ClusterSnapshot snapshot, String label, CommandSpec spec) {
        int colon = label.indexOf(':');
        if (colon < 1 || colon == label.length() - 1) {
            throw wrong(spec, "--label: `" + label + "` (expected: NODE:KEY=VALUE or NODE:KEY)");
        }
        Node node = node(snapshot, label.substring(0, colon), "--label", spec);
        String pair = label.substring(colon + 1);
        int equals = pair.indexOf('=');
        Map<String, String> now = new LinkedHashMap<>(node.metadata().labels());
        String key = equals < 0 ? pair : pair.substring(0, equals);
        if (!LABEL.matcher(key).matches()) {
            throw wrong(spec, "--label: `" + key + "` is not a label key (expected: one such as example.com/rack)");
        }
        if (equals < 0) {
            now.remove(pair);
        } else {
            now.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return snapshot.put(new Node(node.metadata().toBuilder().labels(now).build(), node.spec(), node.status()));
    }

    private static Node node(ClusterSnapshot snapshot, String name, String option, CommandSpec spec) {
        int at = snapshot.indexOf(name);
        if (at < 0) {
            throw wrong(spec, option + ": there is no node " + name);
        }
        return snapshot.node(at);
    }

    /**
     * Changes one of the groups.
     *
     * @return the changed groups; unchanged if the group is not among them, so that the answer can say so
     */
    public Groups apply(Groups groups, GroupRef group, ClusterSnapshot snapshot, CommandSpec spec) {
        Groups changed = groups;
        if (minimum != null) {
            if (minimum < 1) {
                throw wrong(spec, "--min-count: " + minimum + " (expected: 1 or more)");
            }
            changed = changed.contains(group) ? changed.withMinimum(group, minimum) : changed;
        }
        if (topology != null) {
            int equals = topology.lastIndexOf('=');
            String key = topology.substring(equals + 1);
            requireLabel(snapshot, key, spec);
            GroupRef bound = equals < 0 ? group : inside(groups, group, topology.substring(0, equals), snapshot, spec);
            changed =
                    changed.contains(bound) ? changed.withTopologyKey(bound, key.equals("none") ? null : key) : changed;
        }
        return changed;
    }

    private static GroupRef inside(
            Groups groups, GroupRef root, String name, ClusterSnapshot snapshot, CommandSpec spec) {
        for (GroupRef named : groups.named(name, snapshot)) {
            if (groups.rootOf(named).equals(root)) {
                return named;
            }
        }
        throw wrong(spec, "--topology: there is no group " + name + " in " + root);
    }

    /** {@return the question with the changes of the pods made} */
    public GroupQuestion apply(GroupQuestion question, CommandSpec spec) {
        GroupQuestion changed = volumes.apply(question, spec);
        for (Map.Entry<String, String> request : requests.entrySet()) {
            long amount = amount("--request", request.getKey(), request.getValue(), spec);
            changed = changed.withRequest(request.getKey(), amount);
        }
        for (Map.Entry<String, String> request : requestsAtMost.entrySet()) {
            long amount = amount("--request-at-most", request.getKey(), request.getValue(), spec);
            changed = changed.withRequestAtMost(request.getKey(), amount);
        }
        for (Map.Entry<String, Integer> devices : devicesAtMost.entrySet()) {
            if (devices.getValue() < 1) {
                throw wrong(spec, "--devices-at-most: " + devices.getValue() + " (expected: 1 or more)");
            }
            GroupQuestion rest =
                    new Suggestion.FewerDevices(devices.getKey(), devices.getValue(), 0, false).applyTo(changed);
            if (rest.claims().devicesAsked().equals(changed.claims().devicesAsked())) {
                throw wrong(
                        spec,
                        "--devices-at-most: no claim of a pending pod of "
                                + question.about().group() + " asks for more than " + devices.getValue()
                                + " devices of class " + devices.getKey());
            }
            changed = rest;
        }
        for (String text : tolerated) {
            Toleration toleration = toleration(text, spec);
            changed = changed.withPods(pod -> tolerating(pod, toleration));
        }
        for (String key : honored) {
            GroupQuestion rest = new Suggestion.HonorTaints(key, false).applyTo(changed);
            if (rest.podClasses().equals(changed.podClasses())) {
                throw wrong(
                        spec,
                        "--honor-taints: no pending pod of " + question.about().group() + " has a topology spread over "
                                + key + " that counts nodes whatever their taints");
            }
            changed = rest;
        }
        for (String word : dropped) {
            Requirement rule = DroppedRule.parse(word)
                    .orElseThrow(() -> wrong(spec, "--without: `" + word + "` (expected: " + DroppedRule.FORMS + ")"));
            GroupQuestion rest = rule.dropFrom(changed);
            boolean same = rest.podClasses().equals(changed.podClasses())
                    && rest.repelling().equals(changed.repelling())
                    && rest.claims().devicesAsked().equals(changed.claims().devicesAsked())
                    && !isAboutVolumes(rule, changed);
            if (same) {
                throw wrong(
                        spec, "--without: no pending pod of " + question.about().group() + " has the rule " + word);
            }
            changed = rest;
        }
        return changed;
    }

    private static boolean isAboutVolumes(Requirement rule, GroupQuestion question) {
        return rule instanceof Requirement.SharedClaims
                        && !question.claims().shared().isEmpty()
                || rule instanceof Requirement.Volumes
                        && question.podClasses().stream()
                                .anyMatch(each -> !each.pod().spec().volumes().isEmpty());
    }

    private static Toleration toleration(String text, CommandSpec spec) {
        Matcher matcher = TOLERATED.matcher(text);
        if (!matcher.matches()) {
            throw wrong(spec, "--tolerate: `" + text + "` (expected: KEY, KEY=VALUE, KEY:EFFECT or KEY=VALUE:EFFECT)");
        }
        String value = matcher.group("value");
        String effect = matcher.group("effect");
        return new Toleration(
                matcher.group("key"),
                value == null ? "Exists" : "Equal",
                value == null ? "" : value,
                effect == null ? "" : effect);
    }

    private static Pod tolerating(Pod pod, Toleration toleration) {
        List<Toleration> all = new ArrayList<>(pod.spec().tolerations());
        all.add(toleration);
        return pod.withSpec(pod.spec().toBuilder().tolerations(all).build());
    }

    private static long amount(String option, String resource, String text, CommandSpec spec) {
        boolean known = KNOWN.contains(resource) || resource.startsWith("hugepages-") || resource.indexOf('/') > 0;
        if (!known) {
            throw wrong(
                    spec,
                    option + ": `" + resource + "` is no resource that scheduling counts (expected: "
                            + String.join(", ", KNOWN)
                            + ", hugepages-SIZE, or a name with a domain such as nvidia.com/gpu)");
        }
        try {
            Quantity amount = Quantity.parse(text);
            if (amount.signum() >= 0) {
                return resource.equals("cpu") ? amount.millis() : amount.units();
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw wrong(spec, option + ": " + resource + "=" + text + " (expected: a quantity such as 4, 500m or 16Gi)");
    }

    private static void requireLabel(ClusterSnapshot snapshot, String key, CommandSpec spec) {
        for (int n = 0; n < snapshot.nodes(); n++) {
            if (key.equals("none") || snapshot.node(n).metadata().labels().containsKey(key)) {
                return;
            }
        }
        throw wrong(spec, "--topology: no node has the label `" + key + "`");
    }

    private static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
