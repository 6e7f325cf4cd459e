package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A release of Kubernetes that has the Workload API, oldest first: what its API server accepts and how its scheduler
 * counts. Patches of a release do not differ in this; what is said of a release was measured on one of them.
 *
 * <p>A version of the API is not enough to judge an object: {@code v1beta1} of 1.37 and of 1.38 have the same fields
 * and other rules.
 */
public enum KubernetesRelease {
    /** Kubernetes 1.35: {@code v1alpha1}, groups embedded in the Workload. */
    V1_35("1.35.4", GateTable.V1_35, kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1ALPHA1, "Workload")),
    /** Kubernetes 1.36: {@code v1alpha2}, PodGroup is an object of its own. */
    V1_36("1.36.3", GateTable.V1_36, kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1ALPHA2, "Workload", "PodGroup")),
    /** Kubernetes 1.37: {@code v1alpha3} and {@code v1beta1}, groups of groups in {@code v1alpha3}. */
    V1_37(
            "1.37.2",
            GateTable.V1_37,
            kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1ALPHA3, "Workload", "PodGroup"),
            kinds(FeatureGate.COMPOSITE_POD_GROUP, ApiVersion.V1ALPHA3, "CompositePodGroup"),
            kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1BETA1, "Workload", "PodGroup")),
    /** Kubernetes 1.38: {@code v1alpha3} and {@code v1beta1}, groups of groups in both. */
    V1_38(
            "1.38.0-beta.0",
            GateTable.V1_38,
            kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1ALPHA3, "Workload", "PodGroup"),
            kinds(FeatureGate.COMPOSITE_POD_GROUP, ApiVersion.V1ALPHA3, "CompositePodGroup"),
            kinds(FeatureGate.GENERIC_WORKLOAD, ApiVersion.V1BETA1, "Workload", "PodGroup"),
            kinds(FeatureGate.COMPOSITE_POD_GROUP, ApiVersion.V1BETA1, "CompositePodGroup"));

    private static final List<KubernetesRelease> ALL = List.of(values());

    /** Major and minor version; what follows names a patch, a pre-release or a build, all of the same release. */
    private static final Pattern TEXT = Pattern.compile("v?(\\d+\\.\\d+)(?:\\.\\d+)?(?:[-+][0-9A-Za-z.+_-]+)?");

    private final String measured;
    private final String version;
    private final Map<FeatureGate, GateState> gates;
    private final List<ServedKind> served;

    /** Found out when it is asked for; null until then. */
    private @Nullable FeatureGates workloadGates;

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    KubernetesRelease(String measured, Map<FeatureGate, GateState> gates, List<ServedKind>... served) {
        this.measured = measured;
        this.version = measured.substring(0, measured.indexOf('.', measured.indexOf('.') + 1));
        this.gates = gates;
        this.served = Arrays.stream(served).flatMap(List::stream).toList();
    }

    private static List<ServedKind> kinds(FeatureGate gate, ApiVersion version, String... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> new ServedKind(version, kind, gate))
                .toList();
    }

    /** {@return major and minor version, such as {@code 1.37}} */
    public String version() {
        return version;
    }

    /** {@return the patch or pre-release whose code what we say was measured on, such as {@code 1.37.2}} */
    public String measured() {
        return measured;
    }

    /** {@return whether the release is out; if not, {@link #measured} is a pre-release, and it may still change} */
    public boolean isFinal() {
        return measured.indexOf('-') < 0;
    }

    /** {@return whether this release is {@code other} or came after it} */
    public boolean isAtLeast(KubernetesRelease other) {
        return compareTo(requireNonNull(other, "other")) >= 0;
    }

    /** {@return the kinds of the Workload API that it serves, in each version; unmodifiable} */
    public List<ServedKind> served() {
        return served;
    }

    /** {@return whether it serves a kind of the Workload API in a version, if its gate is on} */
    public boolean serves(ApiVersion version, String kind) {
        return find(version, kind) != null;
    }

    /** {@return a kind as it serves it, or empty if it does not} */
    public Optional<ServedKind> servedKind(ApiVersion version, String kind) {
        return Optional.ofNullable(find(version, kind));
    }

    private @Nullable ServedKind find(ApiVersion version, String kind) {
        requireNonNull(version, "version");
        requireNonNull(kind, "kind");
        for (int i = 0; i < served.size(); i++) {
            ServedKind each = served.get(i);
            if (each.version() == version && each.kind().equals(kind)) {
                return each;
            }
        }
        return null;
    }

    /** {@return the newest version in which it serves a kind of the Workload API, or empty if it serves it in none} */
    public Optional<ApiVersion> newestVersionOf(String kind) {
        requireNonNull(kind, "kind");
        return served.stream()
                .filter(each -> each.kind().equals(kind))
                .map(ServedKind::version)
                .max(Comparator.naturalOrder());
    }

    /** {@return the gates that it knows; unmodifiable} */
    public Set<FeatureGate> gates() {
        return gates.keySet();
    }

    /** {@return a gate as it has it, or empty if it does not know the gate} */
    public Optional<GateState> gate(FeatureGate gate) {
        return Optional.ofNullable(gates.get(requireNonNull(gate, "gate")));
    }

    /** {@return every gate of the Workload API that it knows, turned on; all others as by default} */
    public FeatureGates workloadGates() {
        FeatureGates known = workloadGates;
        if (known == null) {
            Set<FeatureGate> on = EnumSet.noneOf(FeatureGate.class);
            for (FeatureGate gate : gates.keySet()) {
                if (gate.isOfWorkloadApi()) {
                    on.add(gate);
                }
            }
            known = new FeatureGates(on, Set.of());
            workloadGates = known;
        }
        return known;
    }

    /**
     * {@return why none of its servers starts with some gates, in the order of the gates; empty if they do}
     *
     * @param set the gates that are turned on or off
     */
    public List<GateRefusal> refusals(FeatureGates set) {
        requireNonNull(set, "set");
        List<GateRefusal> refusals = new ArrayList<>();
        for (FeatureGate gate : FeatureGate.values()) {
            GateState state = gates.get(gate);
            boolean isSet = set.on().contains(gate) || set.off().contains(gate);
            if (state == null) {
                if (isSet) {
                    refusals.add(new GateRefusal(this, gate, GateRefusal.Reason.UNKNOWN, Set.of()));
                }
            } else if (state.isLocked() && set.off().contains(gate)) {
                refusals.add(new GateRefusal(this, gate, GateRefusal.Reason.LOCKED, Set.of()));
            } else if (set.isOn(gate, this)) {
                Set<FeatureGate> missing = EnumSet.noneOf(FeatureGate.class);
                state.needs().stream().filter(need -> !set.isOn(need, this)).forEach(missing::add);
                if (!missing.isEmpty()) {
                    refusals.add(new GateRefusal(this, gate, GateRefusal.Reason.MISSING, missing));
                }
            }
        }
        return refusals;
    }

    /** {@return {@code Kubernetes 1.37}, or with the pre-release, such as {@code Kubernetes 1.38.0-beta.0}} */
    @Override
    public String toString() {
        return "Kubernetes " + (isFinal() ? version : measured);
    }

    /** {@return every release, oldest first; unmodifiable} */
    public static List<KubernetesRelease> all() {
        return ALL;
    }

    /** {@return the newest release that is out} */
    public static KubernetesRelease newestFinal() {
        return Collections.max(
                Stream.of(values()).filter(KubernetesRelease::isFinal).toList());
    }

    /** {@return the releases that serve a kind of the Workload API in a version, oldest first} */
    public static List<KubernetesRelease> serving(ApiVersion version, String kind) {
        return ALL.stream().filter(release -> release.serves(version, kind)).toList();
    }

    /**
     * {@return the newest final release that serves a kind in a version; if none is final, the oldest of those that
     * do; empty if no release serves it}
     */
    public static Optional<KubernetesRelease> newestServing(ApiVersion version, String kind) {
        KubernetesRelease newest = null;
        for (int i = 0; i < ALL.size(); i++) {
            KubernetesRelease release = ALL.get(i);
            if (release.serves(version, kind)) {
                newest = newest == null || release.isFinal() ? release : newest;
            }
        }
        return Optional.ofNullable(newest);
    }

    /**
     * {@return the release that a text names, or empty if it names none of ours}
     *
     * @param text major and minor version, or a whole version as nodes and servers report theirs: {@code 1.37}, {@code
     *     v1.37.2}, {@code v1.37.2-gke.100}, {@code v1.38.0-beta.0+1a2b3c}
     */
    public static Optional<KubernetesRelease> from(String text) {
        Matcher matcher = requireNonNull(text, "text").isEmpty() ? null : TEXT.matcher(text);
        if (matcher != null && matcher.matches()) {
            for (KubernetesRelease release : ALL) {
                if (release.version.equals(matcher.group(1))) {
                    return Optional.of(release);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the release that a text names, as {@link #from} does}
     *
     * @throws IllegalArgumentException if it names none of ours
     */
    public static KubernetesRelease parse(String text) {
        return from(text)
                .orElseThrow(() -> new IllegalArgumentException("Kubernetes release: " + text + " (expected: one of "
                        + Stream.of(values()).map(KubernetesRelease::version).collect(Collectors.joining(", ")) + ")"));
    }
}
