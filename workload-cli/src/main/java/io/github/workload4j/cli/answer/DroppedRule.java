package io.github.workload4j.cli.answer;

import io.github.workload4j.gang.explain.DeviceCondition;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.words.ExplanationJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of pods as one word, such as {@code spread=topology.kubernetes.io/zone}: its kind as in JSON, then its label
 * if it has one.
 */
public final class DroppedRule {

    /** What a word may look like, for people. */
    public static final String FORMS =
            "selector=KEY, nodeAffinity, cordon, antiAffinity=KEY, podAffinity=KEY, spread=KEY, hostPorts,"
                    + " sharedClaims, volumes, repelled, deviceTaint=KEY:EFFECT, matchAttribute=NAME,"
                    + " distinctAttribute=NAME or deviceSelector=EXPRESSION";

    private DroppedRule() {}

    /** {@return the rule that a word means; empty if it means none} */
    public static Optional<Requirement> parse(String word) {
        int equals = word.indexOf('=');
        String key = word.substring(equals + 1);
        Requirement rule = switch (equals < 0 ? word : word.substring(0, equals + 1)) {
            case "selector=" -> new Requirement.Selector(key, null);
            case "nodeAffinity" -> new Requirement.NodeAffinity();
            case "cordon" -> new Requirement.Cordon();
            case "antiAffinity=" -> new Requirement.AntiAffinity(key);
            case "podAffinity=" -> new Requirement.PodAffinity(key);
            case "spread=" -> new Requirement.Spread(key);
            case "repelled" -> new Requirement.Repelled(List.of(), 0);
            case "hostPorts" -> new Requirement.HostPorts();
            case "sharedClaims" -> new Requirement.SharedClaims(List.of());
            case "volumes" -> new Requirement.Volumes();
            default -> condition(word, equals);
        };
        return Optional.ofNullable(rule);
    }

    private static @Nullable Requirement condition(String word, int equals) {
        for (DeviceCondition kind : DeviceCondition.values()) {
            if (equals > 0 && word.substring(0, equals).equals(word(kind))) {
                return new Requirement.Devices(kind, word.substring(equals + 1));
            }
        }
        return null;
    }

    private static String word(DeviceCondition kind) {
        return switch (kind) {
            case TAINT -> "deviceTaint";
            case MATCH -> "matchAttribute";
            case DISTINCT -> "distinctAttribute";
            case SELECTOR -> "deviceSelector";
        };
    }

    /** {@return the word that means a rule} */
    public static String word(Requirement rule) {
        String kind = ExplanationJson.word(rule.getClass().getSimpleName());
        if (rule instanceof Requirement.Devices devices) {
            return word(devices.kind()) + "=" + devices.of();
        }
        if (rule instanceof Requirement.Selector selector) {
            return kind + "=" + selector.key();
        }
        if (rule instanceof Requirement.AntiAffinity apart) {
            return kind + "=" + apart.topologyKey();
        }
        if (rule instanceof Requirement.PodAffinity together) {
            return kind + "=" + together.topologyKey();
        }
        return rule instanceof Requirement.Spread spread ? kind + "=" + spread.topologyKey() : kind;
    }
}
