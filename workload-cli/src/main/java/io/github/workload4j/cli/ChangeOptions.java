package io.github.workload4j.cli;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.PodRequests;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Changes that the caller states: to nodes, to what pods ask, to the group. They are made in the order of this list. */
final class ChangeOptions {

    private static final Pattern LABEL = Pattern.compile("([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
    private static final List<String> KNOWN = List.of("cpu", "memory", "ephemeral-storage");

    @Option(
            names = "--remove",
            paramLabel = "NODE",
            arity = "1..*",
            description = "Without the node and the pods on it.")
    private List<String> removed = new ArrayList<>();

    @Option(
            names = "--drain",
            paramLabel = "NODE",
            arity = "1..*",
            description = "With the node cordoned and the pods on it gone.")
    private List<String> drained = new ArrayList<>();

    @Option(names = "--uncordon", paramLabel = "NODE", arity = "1..*", description = "With the node open again.")
    private List<String> uncordoned = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "NODE:KEY=VALUE",
            arity = "1..*",
            description = "With another label on the node; without =VALUE the label is taken away.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--add",
            paramLabel = "NODE=COUNT",
            description =
                    "With so many empty nodes like this one: its labels, taints and allocatable resources under new names.")
    private Map<String, Integer> added = new LinkedHashMap<>();

    @Option(
            names = "--request",
            paramLabel = "RESOURCE=AMOUNT",
            description =
                    "With every pending pod of the group asking so much in all, such as cpu=2 or nvidia.com/gpu=4.")
    private Map<String, String> requests = new LinkedHashMap<>();

    @Option(names = "--min-count", paramLabel = "N", description = "With this minCount (minGroupCount) of the group.")
    private @Nullable Integer minimum;

    @Option(
            names = "--topology",
            paramLabel = "KEY",
            description = "With the group bound to one domain of this label; none: to none.")
    private @Nullable String key;

    boolean isAnything() {
        return isAboutNodes() || !requests.isEmpty() || minimum != null || key != null;
    }

    private boolean isAboutNodes() {
        return !(removed.isEmpty() && drained.isEmpty() && uncordoned.isEmpty() && labels.isEmpty() && added.isEmpty());
    }

    ClusterSnapshot apply(ClusterSnapshot snapshot, CommandSpec spec) {
        ClusterSnapshot changed = snapshot;
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
            changed = changed.put(
                    new Node(node.metadata(), new NodeSpec(false, node.spec().taints()), node.status()));
        }
        for (String label : labels) {
            changed = relabelled(changed, label, spec);
        }
        for (Map.Entry<String, Integer> some : added.entrySet()) {
            Node like = node(changed, some.getKey(), "--add", spec);
            if (some.getValue() < 1 || some.getValue() > 1_000_000) {
                throw wrong(spec, "--add: " + some.getValue() + " nodes (expected: 1 to 1000000)");
            }
            changed = changed.withNodes(
                    NodesToAdd.nodes(new Suggestion.MoreNodes(like, null, null, some.getValue(), false)));
        }
        return changed;
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
            throw wrong(spec, "--label: `" + key + "` is no key of a label (expected: such as example.com/rack)");
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

    GroupQuestion apply(GroupQuestion question, CommandSpec spec) {
        GroupQuestion changed = question;
        for (Map.Entry<String, String> request : requests.entrySet()) {
            long amount = amount(request.getKey(), request.getValue(), spec);
            changed = changed.withPods(pod -> PodRequests.with(pod, request.getKey(), amount));
        }
        if (minimum != null) {
            if (minimum < 1) {
                throw wrong(spec, "--min-count: " + minimum + " (expected: 1 or more)");
            }
            changed = changed.withMinimum(question.about().group(), minimum);
        }
        if (key != null) {
            requireLabel(question.snapshot(), key, spec);
            changed = changed.withTopologyKey(question.about().group(), key.equals("none") ? null : key);
        }
        return changed;
    }

    private static long amount(String resource, String text, CommandSpec spec) {
        boolean known = KNOWN.contains(resource) || resource.startsWith("hugepages-") || resource.indexOf('/') > 0;
        if (!known) {
            throw wrong(
                    spec,
                    "--request: `" + resource + "` is no resource that scheduling counts (expected: "
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
        throw wrong(spec, "--request: " + resource + "=" + text + " (expected: a quantity such as 4, 500m or 16Gi)");
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
