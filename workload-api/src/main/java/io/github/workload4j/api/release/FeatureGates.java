package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The feature gates that a cluster was told to turn on or off. Every other gate is as its release has it by default:
 * those of the Workload API are off, in every release so far.
 *
 * @param on the gates that are turned on
 * @param off the gates that are turned off
 */
public record FeatureGates(Set<FeatureGate> on, Set<FeatureGate> off) {

    /** No gate was touched: a stock cluster. */
    public static final FeatureGates DEFAULTS = new FeatureGates(Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if a gate is in both
     */
    public FeatureGates {
        on = copy(requireNonNull(on, "on"));
        off = copy(requireNonNull(off, "off"));
        Set<FeatureGate> both = EnumSet.noneOf(FeatureGate.class);
        both.addAll(on);
        both.retainAll(off);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("off: " + words(both) + " (expected: none of those that are on)");
        }
    }

    private static Set<FeatureGate> copy(Collection<FeatureGate> gates) {
        EnumSet<FeatureGate> copy = EnumSet.noneOf(FeatureGate.class);
        copy.addAll(gates);
        return Collections.unmodifiableSet(copy);
    }

    /** {@return these gates turned on, and no gate turned off} */
    public static FeatureGates of(FeatureGate... on) {
        return new FeatureGates(copy(Arrays.asList(requireNonNull(on, "on"))), Set.of());
    }

    /**
     * {@return the gates that texts tell to turn on or off}
     *
     * @param settings a gate each: {@code GenericWorkload} and {@code GenericWorkload=true} turn it on, {@code
     *     GenericWorkload=false} turns it off; of two about one gate the later holds
     * @throws IllegalArgumentException if one is neither, or names no {@link FeatureGate}
     */
    public static FeatureGates of(Collection<String> settings) {
        FeatureGates gates = DEFAULTS;
        for (String setting : requireNonNull(settings, "settings")) {
            int equals = setting.indexOf('=');
            String word = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "true" : setting.substring(equals + 1);
            FeatureGate gate = FeatureGate.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("feature gate: " + word + " (expected: one of "
                            + words(EnumSet.allOf(FeatureGate.class)) + ")"));
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(
                        "feature gate " + word + ": " + value + " (expected: true or false)");
            }
            gates = gates.with(gate, value.equals("true"));
        }
        return gates;
    }

    /**
     * {@return the gates of one text, in which settings as in {@link #of(Collection)} are separated by commas}
     *
     * @throws IllegalArgumentException as there
     */
    public static FeatureGates parse(String text) {
        return of(Stream.of(requireNonNull(text, "text").split(","))
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .toList());
    }

    /** {@return these gates with one of them turned on or off} */
    public FeatureGates with(FeatureGate gate, boolean isOn) {
        EnumSet<FeatureGate> nowOn = EnumSet.noneOf(FeatureGate.class);
        EnumSet<FeatureGate> nowOff = EnumSet.noneOf(FeatureGate.class);
        nowOn.addAll(on);
        nowOff.addAll(off);
        (isOn ? nowOff : nowOn).remove(requireNonNull(gate, "gate"));
        (isOn ? nowOn : nowOff).add(gate);
        return new FeatureGates(nowOn, nowOff);
    }

    /** {@return whether a gate is on in a release: turned on, or on by default and not turned off; else false} */
    public boolean isOn(FeatureGate gate, KubernetesRelease release) {
        requireNonNull(gate, "gate");
        requireNonNull(release, "release");
        GateState state = release.gate(gate).orElse(null);
        return state != null && (on.contains(gate) || state.isOnByDefault() && !off.contains(gate));
    }

    static String words(Collection<FeatureGate> gates) {
        return gates.stream().map(FeatureGate::word).collect(Collectors.joining(", "));
    }

    /**
     * {@return the settings as a cluster takes them, such as {@code GenericWorkload=true,PodLevelResources=false};
     * words if there is none}
     */
    @Override
    public String toString() {
        List<String> settings = Stream.concat(
                        on.stream().map(gate -> gate.word() + "=true"),
                        off.stream().map(gate -> gate.word() + "=false"))
                .toList();
        return settings.isEmpty() ? "every gate as by default" : String.join(",", settings);
    }
}
