package io.github.workload4j.gang.words;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.explain.DeviceCondition;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.Preemption;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.whatif.VolumeSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would help, in a few words each. */
public final class SuggestionText {

    private static final int MOST_NAMES = 8;

    private SuggestionText() {}

    /** {@return a suggestion as what to do} */
    public static String of(Suggestion suggestion, Voice voice) {
        if (suggestion instanceof Suggestion.LowerMinimum lower) {
            return "start with " + lower.most() + " instead of " + lower.asked() + " ("
                    + Style.printable(lower.group().toString()) + ")"
                    + (lower.exact() ? "; " + (lower.most() + 1) + " do not fit" : "");
        }
        if (suggestion instanceof Suggestion.SmallerRequest less) {
            return "ask at most " + Amounts.named(less.resource(), less.largest()) + " per pod instead of "
                    + Amounts.exact(less.resource(), less.asked()) + (less.exact() ? "; more would not fit" : "");
        }
        if (suggestion instanceof Suggestion.FewerDevices fewer) {
            return "ask at most " + devices(fewer.largest(), fewer.deviceClass()) + " per request instead of "
                    + fewer.asked() + (fewer.exact() ? "; more would not fit" : "");
        }
        if (suggestion instanceof Suggestion.MoreDevices more) {
            return added(more, voice);
        }
        if (suggestion instanceof Suggestion.WiderDomain wider) {
            return "let " + Style.printable(wider.group().toString()) + " spread over "
                    + (wider.wider() == null ? "the whole cluster" : "one " + Style.printable(wider.wider()))
                    + " instead of one "
                    + Style.printable(wider.key())
                    + (wider.tooNarrow().isEmpty() || !wider.exact()
                            ? ""
                            : "; one " + Style.printable(last(wider.tooNarrow())) + " is not enough");
        }
        if (suggestion instanceof Suggestion.WithoutRules rules) {
            return rules(rules.requirements(), voice)
                    + (rules.then() == null ? "" : ", and " + of(rules.then(), voice));
        }
        if (suggestion instanceof Suggestion.HonorTaints honor) {
            return "set nodeTaintsPolicy: Honor in the topology spread over " + Style.printable(honor.topologyKey())
                    + ", so that nodes with taints that the pods do not tolerate do not count";
        }
        if (suggestion instanceof Suggestion.Uncordon open) {
            return "uncordon "
                    + names(open.nodes().stream()
                            .map(voice::node)
                            .map(Style::printable)
                            .toList())
                    + (open.nodes().size() == 1
                            ? ""
                            : open.exact() ? "; all " + open.nodes().size() + " are needed" : "");
        }
        if (suggestion instanceof VolumeSuggestion volumes) {
            return VolumeSuggestionText.of(volumes, voice);
        }
        if (suggestion instanceof Suggestion.Wait wait) {
            return "wait until " + wait.until() + ", when " + Counted.of(wait.pods(), "pod")
                    + (wait.pods() == 1 ? " has" : " have") + " ended" + (wait.exact() ? "; not before" : "");
        }
        Suggestion.MoreNodes more = (Suggestion.MoreNodes) suggestion;
        return "add " + Counted.of(more.count(), "node") + " like "
                + Style.printable(voice.node(more.like().metadata().name())) + " ("
                + resources(more.like()) + ")"
                + (more.domain() == null
                        ? ""
                        : " to " + Style.printable(String.valueOf(more.key())) + " " + Style.value(more.domain()))
                + (more.exact() && more.count() > 1
                        ? "; " + (more.count() - 1) + (more.count() == 2 ? " is" : " are") + " not enough"
                        : "");
    }

    private static String devices(long count, String deviceClass) {
        return count + (count == 1 ? " device" : " devices") + " of class " + Style.printable(deviceClass);
    }

    private static String added(Suggestion.MoreDevices more, Voice voice) {
        List<String> nodes = new ArrayList<>();
        more.nodes()
                .forEach((node, count) -> nodes.add(
                        Style.printable(voice.node(node)) + (more.count() == count ? "" : " (" + count + ")")));
        return "add " + Counted.of(more.count(), "device") + " like "
                + Style.printable(more.like().device().name() + " of "
                        + more.like().driver() + "/" + more.like().pool())
                + " to " + names(nodes)
                + (more.exact() && more.count() > 1
                        ? "; " + (more.count() - 1) + (more.count() == 2 ? " is" : " are") + " not enough"
                        : "");
    }

    private static String rules(List<Requirement> rules, Voice voice) {
        List<String> parts = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> taints = new ArrayList<>();
        for (Requirement rule : rules) {
            if (rule instanceof Requirement.Taints some) {
                some.taints().forEach(taint -> taints.add(RefusalText.of(taint)));
            } else if (rule instanceof Requirement.Devices devices && devices.kind() == DeviceCondition.TAINT) {
                parts.add("tolerate the taint " + Style.printable(devices.of()) + " of devices");
            } else if (rule instanceof Requirement.Cordon) {
                parts.add("use cordoned nodes");
            } else if (rule instanceof Requirement.SharedClaims shared) {
                parts.add("bind " + VolumeNoteText.claims(shared.claims())
                        + " first (run one pod that mounts it, or use volumeBindingMode Immediate)");
            } else {
                dropped.add(RequirementText.of(rule, voice));
            }
        }
        if (!taints.isEmpty()) {
            parts.add(0, "tolerate the taint" + (taints.size() == 1 ? " " : "s ") + names(taints));
        }
        if (!dropped.isEmpty()) {
            parts.add("drop " + Counted.all(dropped));
        }
        return String.join(" and ", parts);
    }

    private static String resources(Node node) {
        List<String> parts = new ArrayList<>();
        allocatable(node).forEach((resource, amount) -> {
            if (!resource.equals("pods") && !resource.equals("ephemeral-storage")) {
                parts.add(Amounts.named(resource, amount));
            }
        });
        return String.join(", ", parts);
    }

    /** {@return what pods may use of a node, amounts above zero only; cpu in thousandths, the rest in units} */
    public static Map<String, Long> allocatable(Node node) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        node.status().allocatable().forEach((resource, amount) -> {
            if (amount.signum() > 0) {
                amounts.put(resource, resource.equals("cpu") ? amount.millis() : amount.units());
            }
        });
        return amounts;
    }

    /** {@return who would have to leave} */
    public static String of(Evictions evictions, Voice voice) {
        return "evict "
                + (evictions.fewest().size() == 1 ? "" : evictions.fewest().size() + ": ")
                + units(evictions.fewest(), voice)
                + (evictions.fewest().size() == 1
                        ? ""
                        : evictions.leastProved()
                                ? "; fewer are not enough"
                                : "; each of these is needed, but fewer others may be enough");
    }

    /** {@return what kube-scheduler itself would do, as a sentence without a full stop} */
    public static String scheduler(Evictions evictions, Voice voice) {
        Preemption scheduler = evictions.scheduler();
        if (scheduler.refusal().isPresent()) {
            String nobody = "kube-scheduler itself would evict nobody: ";
            String unknown = "what kube-scheduler itself would do is not known: ";
            return switch (scheduler.refusal().get()) {
                case NEVER -> nobody + "the pods say preemptionPolicy: Never";
                case VICTIMS_LEAVING -> nobody + "it waits until the pods it has evicted for this group are gone";
                case NO_PLACEMENT -> nobody + "it places pod by pod, and gets stuck even without them";
                case OUT_OF_BUDGET -> unknown + "the budget ran out";
                case NOT_FOLLOWED -> unknown + "its cycle is not followed for pods such as those that claim devices";
            };
        }
        return scheduler.victims().equals(evictions.fewest())
                ? "kube-scheduler itself would do the same"
                : "kube-scheduler itself would evict " + scheduler.victims().size() + ": "
                        + units(scheduler.victims(), voice);
    }

    static String name(Evicted unit, Voice voice) {
        ObjectMeta pod = unit.pods().get(0).metadata();
        return unit.group() != null ? unit.group().toString() : voice.pod(pod.namespaceOrDefault(), pod.name());
    }

    private static String last(List<String> some) {
        return some.get(some.size() - 1);
    }

    private static String names(List<String> all) {
        List<String> some = all.subList(0, Math.min(MOST_NAMES, all.size()));
        return String.join(", ", some)
                + (some.size() < all.size() ? " and " + (all.size() - some.size()) + " more" : "");
    }

    private static String units(List<Evicted> units, Voice voice) {
        boolean alike = units.size() > 1
                && units.stream().mapToInt(Evicted::priority).distinct().count() == 1;
        List<String> names = new ArrayList<>();
        for (Evicted unit : units) {
            List<String> more = new ArrayList<>();
            if (!alike) {
                more.add("priority " + unit.priority());
            }
            if (unit.group() != null) {
                more.add("all " + Counted.of(unit.pods().size(), "pod"));
            }
            if (!unit.brokenBudgets().isEmpty()) {
                more.add("breaks budget " + names(unit.brokenBudgets()));
            }
            names.add(
                    Style.printable(name(unit, voice)) + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")"));
        }
        return names(names) + (alike ? ", all of priority " + units.get(0).priority() : "");
    }
}
