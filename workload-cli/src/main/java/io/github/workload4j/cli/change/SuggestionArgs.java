package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.DroppedRule;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.whatif.VolumeSuggestion;
import io.github.workload4j.gang.words.Amounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** A suggestion as the options of {@link ChangeOptions} that make it: typed in, they give what it promises. */
final class SuggestionArgs {

    private SuggestionArgs() {}

    public static List<String> of(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.LowerMinimum lower) {
            return List.of("--min-count", String.valueOf(lower.most()));
        }
        if (suggestion instanceof Suggestion.SmallerRequest less) {
            return List.of("--request-at-most", less.resource() + "=" + Amounts.exact(less.resource(), less.largest()));
        }
        if (suggestion instanceof Suggestion.FewerDevices fewer) {
            return List.of("--devices-at-most", fewer.deviceClass() + "=" + fewer.largest());
        }
        if (suggestion instanceof Suggestion.MoreDevices more) {
            String like = more.like().driver() + "/" + more.like().pool() + "/"
                    + more.like().device().name();
            List<String> args = new ArrayList<>();
            more.nodes()
                    .forEach((node, count) -> args.addAll(List.of("--add-device", node + "=" + count + ":" + like)));
            return args;
        }
        if (suggestion instanceof Suggestion.WiderDomain wider) {
            return List.of("--topology", wider.group() + "=" + (wider.wider() == null ? "none" : wider.wider()));
        }
        if (suggestion instanceof Suggestion.WithoutRules rules) {
            List<String> args = new ArrayList<>();
            rules.requirements().forEach(rule -> add(rule, args));
            if (rules.then() != null) {
                args.addAll(of(rules.then()));
            }
            return args;
        }
        if (suggestion instanceof Suggestion.HonorTaints honor) {
            return List.of("--honor-taints", honor.topologyKey());
        }
        if (suggestion instanceof Suggestion.Uncordon open) {
            List<String> args = new ArrayList<>(List.of("--uncordon"));
            args.addAll(open.nodes());
            return args;
        }
        if (suggestion instanceof VolumeSuggestion volumes) {
            return of(volumes);
        }
        if (suggestion instanceof Suggestion.Wait wait) {
            return List.of("--until", wait.until().toString());
        }
        Suggestion.MoreNodes more = (Suggestion.MoreNodes) suggestion;
        String where = more.domain() == null ? "" : ":" + more.key() + "=" + more.domain();
        return List.of("--add", more.like().metadata().name() + "=" + more.count() + where);
    }

    private static List<String> of(VolumeSuggestion suggestion) {
        if (suggestion instanceof VolumeSuggestion.MoreVolumes more) {
            List<String> args = new ArrayList<>(List.of("--add-volume"));
            for (String host : new TreeSet<>(more.hosts())) {
                args.add(more.claim().metadata().qualifiedName() + "=" + Collections.frequency(more.hosts(), host)
                        + (host.isEmpty() ? "" : ":" + host));
            }
            return args;
        }
        if (suggestion instanceof VolumeSuggestion.MoreAttachments more) {
            return List.of("--attach-more", more.driver() + "=" + more.more());
        }
        if (suggestion instanceof VolumeSuggestion.WaitForPod wait) {
            return List.of("--wait-for-pod", wait.storageClass());
        }
        if (suggestion instanceof VolumeSuggestion.Provisioning making) {
            return List.of("--provision", making.storageClass());
        }
        VolumeSuggestion.AccessMode mode = (VolumeSuggestion.AccessMode) suggestion;
        return List.of("--access-mode", mode.from() + "=" + mode.to());
    }

    private static void add(Requirement rule, List<String> to) {
        if (rule instanceof Requirement.Taints taints) {
            taints.taints().forEach(taint -> to.addAll(List.of("--tolerate", taint.key() + ":" + taint.effect())));
        } else {
            to.addAll(List.of("--without", DroppedRule.word(rule)));
        }
    }
}
