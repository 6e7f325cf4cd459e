package io.github.workload4j.cli.input;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A gang that is in no file: a number of pods of one shape. */
public final class PodOption {

    private static final String NAMESPACE = "default";
    private static final String NAME = "asked-pods";
    private static final int MOST = 200_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pod",
            paramLabel = "RESOURCE=AMOUNT",
            split = ",",
            arity = "1",
            description = "Asks about pods that are in no file, each asking this much, such as"
                    + " cpu=8,memory=64Gi,nvidia.com/gpu=8; about nothing else. Without FILE the cluster is read from"
                    + " standard input. They tolerate taints that are"
                    + " called like a resource they ask for.")
    private Map<String, String> requests = new LinkedHashMap<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "With --pod: that many pods, all needed at once (default: 1).")
    private @Nullable Integer count;

    @Option(
            names = "--device",
            paramLabel = AskedDevices.FORM,
            arity = "1",
            description = "With --pod: each pod claims this many devices of the class (default: 1), which agree in the"
                    + " attribute. May be repeated.")
    private List<String> devices = new ArrayList<>();

    @Option(names = "--topology", paramLabel = "KEY", description = "With --pod: in one domain of this node label.")
    private @Nullable String topology;

    /** {@return whether it is used; fails if it is used in a wrong way} */
    public boolean isAsked() {
        if (requests.isEmpty()) {
            if (count != null || topology != null || !devices.isEmpty()) {
                throw new ParameterException(
                        line(),
                        (count != null ? "--count" : topology != null ? "--topology" : "--device")
                                + " without --pod (expected: --pod cpu=8,memory=64Gi," + " or what the pods ask)");
            }
            return false;
        }
        if (count != null && (count < 1 || count > MOST)) {
            throw new ParameterException(line(), "--count: " + count + " (expected: a number from 1 to " + MOST + ")");
        }
        try {
            ClusterSnapshot.builder().pending(NAME, group(), requests);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    line(), "--pod: " + String.valueOf(e.getMessage()).replaceFirst("^requests: ", ""));
        }
        try {
            template();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line(), "--device: " + e.getMessage());
        }
        return true;
    }

    /** {@return what the claims of the pods are made from; empty if they claim no devices} */
    Optional<ResourceClaimTemplate> template() {
        return devices.isEmpty()
                ? Optional.empty()
                : Optional.of(AskedDevices.template(ObjectMeta.of(NAMESPACE, NAME), devices));
    }

    private CommandLine line() {
        return requireNonNull(spec, "spec").commandLine();
    }

    /** Refuses a topology that no node has. */
    void requireTopology(List<Node> nodes) {
        requireLabel(line(), "--topology", topology, nodes);
    }

    /** Refuses the label of an option, if it is given, that no node has. */
    public static void requireLabel(CommandLine line, String option, @Nullable String key, List<Node> nodes) {
        Set<String> labels = new TreeSet<>();
        nodes.forEach(node -> labels.addAll(node.metadata().labels().keySet()));
        if (key != null && !nodes.isEmpty() && !labels.contains(key)) {
            List<String> near =
                    labels.stream().filter(label -> label.endsWith("/" + key)).toList();
            throw new ParameterException(
                    line,
                    option + ": no node has the label `" + key + "`"
                            + (near.isEmpty() ? "" : " (expected: " + String.join(" or ", near) + ")"));
        }
    }

    /** Refuses inputs in which something has the name of the group or of its pods. */
    void refuse(String what) {
        throw new ParameterException(line(), "--pod: there is " + what + " in the inputs, which is what it is called");
    }

    /** {@return the group of these pods} */
    public GroupRef group() {
        return GroupRef.podGroup(NAMESPACE, NAME);
    }

    /** {@return the group, as a release has it} */
    PodGroup podGroup(KubernetesRelease release) {
        ApiVersion version = release.newestVersionOf("PodGroup").orElse(ApiVersion.V1ALPHA2);
        PodGroupSpec spec = PodGroupSpec.builder()
                .schedulingPolicy(new SchedulingPolicy.Gang(pods()))
                .schedulingConstraints(topology == null ? null : SchedulingConstraints.sameDomain(topology))
                .build();
        return new PodGroup(version, ObjectMeta.of(NAMESPACE, NAME), spec, PodGroupStatus.EMPTY);
    }

    private int pods() {
        return count == null ? 1 : count;
    }

    List<Pod> members() {
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        requests.forEach((resource, amount) -> amounts.put(resource, Quantity.parse(amount)));
        // As the admission plugin ExtendedResourceToleration does.
        List<Toleration> tolerated = amounts.keySet().stream()
                .filter(resource -> resource.indexOf('/') > 0)
                .map(resource -> new Toleration(resource, "Exists", "", ""))
                .toList();
        PodSpec spec = PodSpec.builder()
                .containers(Container.of("main", amounts))
                .tolerations(tolerated)
                .schedulingGroup(new PodSchedulingGroup(NAME))
                .resourceClaims(devices.isEmpty() ? List.of() : List.of(new PodResourceClaim("devices", null, NAME)))
                .build();
        List<Pod> members = new ArrayList<>();
        for (int i = 0; i < pods(); i++) {
            members.add(new Pod(ObjectMeta.of(NAMESPACE, NAME + "-" + i), spec, PodStatus.EMPTY));
        }
        return members;
    }
}
