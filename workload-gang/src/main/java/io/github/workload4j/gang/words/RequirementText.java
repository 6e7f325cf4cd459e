package io.github.workload4j.gang.words;

import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.explain.Requirement;
import java.util.List;

/** Requirements of a group, in a few words each. */
public final class RequirementText {

    private static final int MOST_TAINTS = 3;
    private static final int MOST_PODS = 4;

    private RequirementText() {}

    public static String of(Requirement requirement, Voice voice) {
        if (requirement instanceof Requirement.SameDomain domain) {
            String pinned = domain.pinned() == null
                    ? "in one " + Style.printable(domain.key())
                    : "in " + Style.printable(domain.key()) + " " + Style.value(domain.pinned())
                            + ", where it runs already";
            return "all pods of " + Style.printable(domain.group().toString()) + " " + pinned;
        }
        if (requirement instanceof Requirement.Request request) {
            return "the request of " + Amounts.named(request.resource(), request.most()) + " per pod";
        }
        if (requirement instanceof Requirement.Selector selector) {
            return "the node selector " + label(selector);
        }
        if (requirement instanceof Requirement.NodeAffinity) {
            return "the required node affinity";
        }
        if (requirement instanceof Requirement.Taints taints) {
            return "the " + taints(taints.taints()) + ", not tolerated";
        }
        if (requirement instanceof Requirement.Cordon) {
            return "the cordon of nodes";
        }
        if (requirement instanceof Requirement.AntiAffinity apart) {
            return "the required anti-affinity over " + Style.printable(apart.topologyKey());
        }
        if (requirement instanceof Requirement.PodAffinity together) {
            return "the required pod affinity over " + Style.printable(together.topologyKey());
        }
        if (requirement instanceof Requirement.Repelled repelled) {
            return "the anti-affinity of " + repelling(repelled, voice);
        }
        if (requirement instanceof Requirement.SharedClaims shared) {
            return "sharing " + VolumeNoteText.claims(shared.claims()) + " before "
                    + (shared.claims().size() == 1 ? "it is" : "they are") + " bound";
        }
        if (requirement instanceof Requirement.Volumes) {
            return "the volumes of the pods";
        }
        if (requirement instanceof Requirement.Devices devices) {
            return condition(devices);
        }
        return requirement instanceof Requirement.Spread spread
                ? "the topology spread over " + Style.printable(spread.topologyKey())
                : "the host ports";
    }

    private static String condition(Requirement.Devices devices) {
        String what = Style.printable(devices.of());
        return switch (devices.kind()) {
            case TAINT -> "the taint " + what + " of devices, not tolerated";
            case MATCH -> "matchAttribute " + what + " of the claims";
            case DISTINCT -> "distinctAttribute " + what + " of the claims";
            case SELECTOR -> "the selector `" + what + "` of the claims";
        };
    }

    private static String repelling(Requirement.Repelled repelled, Voice voice) {
        List<String> some = repelled.pods().stream()
                .limit(MOST_PODS)
                .map(pod -> Style.printable(voice.pod(pod.namespace(), pod.pod()) + " on " + voice.node(pod.node())
                        + " over " + pod.topologyKey()))
                .toList();
        return (repelled.all() == 1 ? "a pod that is there: " : Counted.of(repelled.all()) + " pods that are there: ")
                + String.join(", ", some)
                + (repelled.all() > some.size() ? " and " + Counted.of(repelled.all() - some.size()) + " more" : "");
    }

    private static String label(Requirement.Selector selector) {
        return Style.printable(selector.key()) + (selector.value() == null ? "" : "=" + Style.value(selector.value()));
    }

    private static String taints(List<Taint> taints) {
        String some = String.join(
                ", ", taints.stream().limit(MOST_TAINTS).map(RefusalText::of).toList());
        return "taint" + (taints.size() == 1 ? " " : "s ") + some
                + (taints.size() > MOST_TAINTS ? " and " + (taints.size() - MOST_TAINTS) + " more" : "");
    }
}
