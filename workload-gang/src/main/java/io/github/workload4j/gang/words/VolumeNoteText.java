package io.github.workload4j.gang.words;

import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.List;

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
        if (note instanceof VolumeNote.ForOnePod one) {
            return Counted.of(one.pods(), "pod") + " share claim " + Style.printable(one.claim())
                    + ", which is ReadWriteOncePod: one pod of the cluster may use it.";
        }
        if (note instanceof VolumeNote.Funnel funnel) {
            return of(funnel, voice);
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
                    + " gets none. Write the claimRef of the latter into the volume.";
        }
        if (note instanceof VolumeNote.KeptTwice kept) {
            return "kube-scheduler may fail here: volumes "
                    + names(kept.volumes(), kept.volumes().size())
                    + " are all kept for claim " + Style.printable(kept.claim())
                    + ". It takes the one that it comes to first, and " + Style.printable(voice.node(kept.node()))
                    + " does not reach " + Style.printable(kept.missed()) + ". Keep one of them.";
        }
        if (note instanceof VolumeNote.FirstChoice first) {
            return "kube-scheduler may fail here: of the pods that share claim " + Style.printable(first.claim())
                    + " it gives the first the smallest volume that serves it, " + Style.printable(first.volume())
                    + ", which " + Style.printable(voice.node(first.node()))
                    + " does not reach. Write the claimRef of the claim into the volume that it is to have.";
        }
        if (note instanceof VolumeNote.ReachedAsWritten written) {
            return "kube-scheduler may fail here: it chooses volume " + Style.printable(written.volume())
                    + " for claim " + Style.printable(written.claim())
                    + " by its node affinity as it is written, and so may send the pod to "
                    + Style.printable(voice.node(written.node()))
                    + ", which does not reach it as its driver reads zones.";
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

    /** {@return the first volumes that serve the claims} */
    static List<String> names(VolumeNote.Funnel funnel, Voice voice) {
        return funnel.sample().stream()
                .map(each -> each.node().isEmpty() ? each.volume() : voice.node(each.node()) + ": " + each.volume())
                .toList();
    }

    private static String of(VolumeNote.Funnel funnel, Voice voice) {
        List<String> parts = new ArrayList<>();
        int before = -1;
        for (VolumeNote.Funnel.Step step : funnel.steps()) {
            if (step.left() != before) {
                parts.add(of(step));
            }
            if (step.asked() == VolumeNote.Funnel.Asked.AVAILABLE
                    && !funnel.sample().isEmpty()) {
                parts.add(parts.remove(parts.size() - 1) + " (" + names(names(funnel, voice), step.left()) + ")");
            }
            before = step.left();
        }
        return Counted.of(funnel.claims(), "claim") + (funnel.claims() == 1 ? " asks" : " ask")
                + " for a volume of class " + Style.printable(funnel.storageClass())
                + (funnel.size().isEmpty() ? "" : " with " + Style.printable(funnel.size())) + ". "
                + (funnel.promised().isEmpty()
                        ? "Of the class there " + String.join(", ", parts)
                        : "It is promised to " + Style.printable(voice.node(funnel.promised()))
                                + ", to be made there: volumes that exist do not count")
                + "; "
                + switch (funnel.making()) {
                    case NOBODY -> "none is made, since the class has no provisioner.";
                    case ELSEWHERE -> "on nodes that take such a pod none may be made.";
                    case TOO_LITTLE ->
                        "nodes that take such a pod reach no storage capacity that is enough to make one.";
                    case NOTHING_PUBLISHED ->
                        "none is made, since the driver publishes its storage capacity, and none of this class is"
                                + " there.";
                };
    }

    private static String of(VolumeNote.Funnel.Step step) {
        String count = step.left() == 0 ? "none" : String.valueOf(step.left());
        return switch (step.asked()) {
            case CLASS -> step.left() == 0 ? "is none" : step.left() == 1 ? "is 1" : "are " + step.left();
            case SIZE -> count + " large enough";
            case MODES -> count + " with the access modes and attributes";
            case LABELS -> count + " with the labels";
            case UNCLAIMED -> step.left() == 0 ? "all of other claims" : count + " of no other claim";
            case KEPT -> count + " kept for it, so that no other counts";
            case AVAILABLE -> count + " available";
            case REACHED -> count + " reached from nodes that take such a pod";
        };
    }

    private static String names(List<String> some, int all) {
        String named = String.join(", ", some.stream().map(Style::printable).toList());
        return all > some.size() ? named + " and " + Counted.of(all - some.size()) + " more" : named;
    }
}
