package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.Volume;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that look at one pod and one node. */
final class NodeChecks {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private static final Pattern SHORTEST = Pattern.compile("0|-?[1-9][0-9]*");

    private final ReplayRules rules;

    NodeChecks(ReplayRules rules) {
        this.rules = rules;
    }

    boolean isOpen(Pod pod, Node node) {
        return !node.spec().unschedulable()
                || pod.spec().tolerations().stream()
                        .anyMatch(t -> tolerates(t, new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule")));
    }

    /** {@return what the pod needs and the node does not say that it can do} */
    List<String> lacking(Pod pod, Node node) {
        List<String> lacking = new ArrayList<>();
        List<Container> containers = new ArrayList<>(pod.spec().containers());
        containers.addAll(pod.spec().initContainers());
        if (rules.featuresOf() >= 35
                && containers.stream().anyMatch(each -> each.restartRules().contains("RestartAllContainers"))) {
            lacking.add("RestartAllContainersOnContainerExits");
        }
        containers.addAll(pod.spec().ephemeralContainers());
        Boolean hostUsers = pod.spec().hostUsers();
        if (rules.featuresOf() >= 36 && pod.spec().hostNetwork() && hostUsers != null && !hostUsers) {
            lacking.add("UserNamespacesHostNetworkSupport");
        }
        Set<String> profiles = new HashSet<>(Set.of(pod.spec().seccompProfile()));
        boolean binds = false;
        for (Container container : containers) {
            profiles.add(container.seccompProfile());
            binds |= !container.bindMountOptions().isEmpty();
        }
        if (rules.featuresOf() >= 37 && binds) {
            lacking.add("VolumeBindMountOptions");
        }
        if (rules.featuresOf() >= 38 && profiles.contains("OCI")) {
            lacking.add("SecurityProfileOCI");
        }
        for (Volume volume : pod.spec().volumes()) {
            if (rules.featuresOf() >= 38
                    && volume.source() instanceof Volume.Certificates certificates
                    && certificates.keyTypes().stream().anyMatch(type -> type.matches("MLDSA(44|65|87)"))) {
                lacking.add("PodCertificateMLDSA");
            }
        }
        lacking.removeAll(node.status().declaredFeatures());
        return lacking;
    }

    /** {@return the first taint in the way, or null} */
    @Nullable
    Taint taintInTheWay(Pod pod, Node node) {
        return node.spec().taints().stream()
                .filter(taint -> List.of("NoSchedule", "NoExecute").contains(taint.effect()))
                .filter(taint -> pod.spec().tolerations().stream().noneMatch(t -> tolerates(t, taint)))
                .findFirst()
                .orElse(null);
    }

    private boolean tolerates(Toleration toleration, Taint taint) {
        boolean sameEffect =
                toleration.effect().isEmpty() || toleration.effect().equals(taint.effect());
        boolean sameKey = toleration.key().isEmpty() || toleration.key().equals(taint.key());
        if (!sameEffect || !sameKey) {
            return false;
        }
        String operator = toleration.operator();
        if (operator.equals("Exists")) {
            return true;
        }
        if (operator.equals("Gt") || operator.equals("Lt")) {
            return rules.numbersInTaints()
                    && SHORTEST.matcher(taint.value()).matches()
                    && SHORTEST.matcher(toleration.value()).matches()
                    && compare(taint.value(), toleration.value(), operator.equals("Gt"));
        }
        return (operator.isEmpty() || operator.equals("Equal"))
                && toleration.value().equals(taint.value());
    }

    /** {@return whether both are 64-bit numbers, and the left is greater (or less) than the right} */
    private static boolean compare(@Nullable String left, String right, boolean greater) {
        if (left == null || !isNumber(left) || !isNumber(right)) {
            return false;
        }
        int order = new BigInteger(unsigned(left)).compareTo(new BigInteger(unsigned(right)));
        return greater ? order > 0 : order < 0;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && new BigInteger(unsigned(text)).bitLength() <= 63;
    }

    private static String unsigned(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    static boolean isSelected(Pod pod, Node node) {
        Map<String, String> labels = node.metadata().labels();
        if (!labels.entrySet().containsAll(pod.spec().nodeSelector().entrySet())) {
            return false;
        }
        NodeSelector required =
                pod.spec().affinity() == null ? null : pod.spec().affinity().requiredNodeAffinity();
        return required == null || isSelected(required, node);
    }

    static boolean isSelected(NodeSelector selector, Node node) {
        return selector.nodeSelectorTerms().stream().anyMatch(term -> holds(term, node));
    }

    private static boolean holds(NodeSelectorTerm term, Node node) {
        return term.matchExpressions().size() + term.matchFields().size() > 0
                && term.matchExpressions().stream()
                        .allMatch(e -> Labels.isExpression(e.key(), e.operator(), e.values()))
                && term.matchExpressions().stream()
                        .allMatch(e -> holds(e, node.metadata().labels().get(e.key())))
                && term.matchFields().stream()
                        .allMatch(e -> e.key().equals("metadata.name")
                                && e.values().size() == 1
                                && List.of("In", "NotIn").contains(e.operator())
                                && holds(e, node.metadata().name()));
    }

    static boolean holds(NodeSelectorRequirement e, @Nullable String value) {
        return switch (e.operator()) {
            case "In" -> value != null && e.values().contains(value);
            case "NotIn" -> value == null || !e.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt", "Lt" -> compare(value, e.values().get(0), e.operator().equals("Gt"));
            default -> false;
        };
    }
}
