package io.github.workload4j.gang.words;

import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to know about volumes, as sentences. */
public final class VolumeNoteText {

    private VolumeNoteText() {}

    /** {@return claims by their names} */
    static String claims(List<String> names) {
        return (names.size() == 1 ? "claim " : "claims ")
                + String.join(", ", names.stream().map(Style::printable).toList());
    }

    public static String of(VolumeNote note, Voice voice) {
        if (note instanceof VolumeNote.SharedClaim shared) {
            return of(shared);
        }
        if (note instanceof VolumeNote.TooFewVolumes few) {
            return of(few, voice);
        }
        if (note instanceof VolumeNote.AttachLimit limit) {
            return Style.printable(voice.node(limit.node())) + " attaches " + Counted.of(limit.most(), "volume")
                    + " of "
                    + Style.printable(limit.driver()) + " and has " + limit.there()
                    + (limit.lingering() == 0
                            ? ""
                            : " (" + limit.lingering() + " of them by "
                                    + (limit.lingering() == 1 ? "an attachment" : "attachments")
                                    + " that no pod uses any more)")
                    + ".";
        }
        if (note instanceof VolumeNote.Pinned pinned) {
            return Style.printable(voice.member(pinned.pod())) + ": claim " + Style.printable(pinned.claim())
                    + " is bound to volume " + Style.printable(pinned.volume()) + ", which "
                    + (pinned.reaching() == 0
                            ? "no node reaches"
                            : "only "
                                    + names(
                                            pinned.nodes().stream()
                                                    .map(voice::node)
                                                    .toList(),
                                            pinned.reaching()) + (pinned.reaching() == 1 ? " reaches" : " reach"))
                    + ".";
        }
        if (note instanceof VolumeNote.SmallestFirst smallest) {
            return "kube-scheduler is likely to fail here: it gives volume " + Style.printable(smallest.volume())
                    + " to claim " + Style.printable(smallest.taker()) + ", and claim "
                    + Style.printable(smallest.claim())
                    + " gets none. Write the claimRef of the claim that the placement"
                    + " names into the volume.";
        }
        return "kube-scheduler's own message will speak of DynamicResources and not of the claim.";
    }

    private static String of(VolumeNote.SharedClaim shared) {
        String claim = Style.printable(shared.claim());
        String most =
                shared.mostOnOneNode() == 0 ? "no node holds one" : "no node holds more than " + shared.mostOnOneNode();
        if (!shared.volumes().isEmpty()) {
            return Counted.of(shared.pods(), "pod") + " share claim " + claim
                    + ", which is not bound: it gets one volume, and all of them go to nodes which that reaches ("
                    + names(shared.volumes(), shared.volumes().size())
                    + "), or where one is made, to one node; " + most + ".";
        }
        return Counted.of(shared.pods(), "pod") + " share claim " + claim
                + ", still to be provisioned: kube-scheduler puts all of them on one node, and " + most
                + ". Bind " + claim + " first (run one pod that mounts it, or use volumeBindingMode Immediate).";
    }

    private static String of(VolumeNote.TooFewVolumes few, Voice voice) {
        List<String> out = new ArrayList<>();
        add(few.tooSmall(), "too small", out);
        add(few.notAvailable(), "not available", out);
        add(few.keptForOthers(), "of other claims", out);
        add(few.otherwise(), "with other access modes, labels or attributes", out);
        String which = few.sample().stream()
                .map(each -> each.node().isEmpty() ? each.volume() : voice.node(each.node()) + ": " + each.volume())
                .map(Style::printable)
                .collect(Collectors.joining(", "));
        String more = String.join(", ", out);
        String inBrackets = which + (which.isEmpty() || more.isEmpty() ? "" : "; ") + more;
        return Counted.of(few.claims(), "claim") + (few.claims() == 1 ? " asks" : " ask") + " for a volume of class "
                + Style.printable(few.storageClass())
                + (few.size().isEmpty() ? "" : " with " + Style.printable(few.size()))
                + "; " + few.available() + (few.available() == 1 ? " is" : " are") + " available"
                + (inBrackets.isEmpty() ? "" : " (" + inBrackets + ")") + ", and none is made.";
    }

    private static void add(int count, String what, List<String> to) {
        if (count > 0) {
            to.add(count + " " + what);
        }
    }

    private static String names(List<String> some, int all) {
        String named = String.join(", ", some.stream().map(Style::printable).toList());
        return all > some.size() ? named + " and " + Counted.of(all - some.size()) + " more" : named;
    }
}
