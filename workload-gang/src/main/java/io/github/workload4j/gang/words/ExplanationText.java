package io.github.workload4j.gang.words;

import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.explain.Bottleneck;
import io.github.workload4j.gang.explain.ConflictSet;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.GroupCount;
import io.github.workload4j.gang.explain.NodeReasons;
import io.github.workload4j.gang.explain.PodClassNodes;
import io.github.workload4j.gang.packing.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An explanation for a person on call. The first sentences say what is missing, of what and where. Then come the
 * requirements that stand in the way, the domains and the nodes.
 */
public final class ExplanationText {

    private final Explanation explanation;
    private final Style style;
    private final Voice voice;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation, Style style, Voice voice) {
        this.explanation = explanation;
        this.style = style;
        this.voice = voice;
    }

    /** {@return lines, indented by two} */
    public static List<String> of(Explanation explanation, Style style, Voice voice) {
        return new ExplanationText(explanation, style, voice).lines();
    }

    private List<String> lines() {
        if (explanation.focus() == null) {
            explanation.counts().forEach(this::members);
            explanation.volumes().forEach(note -> say(VolumeNoteText.of(note, voice)));
            explanation.devices().forEach(note -> say(DeviceNoteText.of(note, voice)));
            return lines;
        }
        GroupCount focus = focus();
        headline(focus);
        explanation.volumes().forEach(note -> say(VolumeNoteText.of(note, voice)));
        explanation.similarLabels().forEach(similar -> say(SimilarLabelText.of(similar)));
        explanation.spreads().forEach(limit -> say(SpreadLimitText.of(limit)));
        proof();
        groups();
        conflicts();
        if (!explanation.nodes().isEmpty()) {
            domains(focus);
        }
        explanation.nodes().forEach(this::nodes);
        if (isCut()) {
            say("Of kinds of pods no more than " + Explanation.MOST_POD_CLASSES + " are listed.");
        }
        if (!explanation.complete()) {
            say(
                    isBeyondCounting()
                            ? "Not everything was looked at, and more may fit than is said here."
                            : "Not everything was decided within the budget, and more may fit than is said here.");
        }
        return lines;
    }

    /** {@return whether there may be more kinds of pods than are listed} */
    private boolean isCut() {
        return explanation.nodes().size() == Explanation.MOST_POD_CLASSES;
    }

    private boolean isBeyondCounting() {
        return explanation.verdict() instanceof Verdict.Undetermined open
                && (open.stopped() == StopReason.AMOUNTS || StopText.isTooMuch(open));
    }

    private void members(GroupCount count) {
        GroupNode level = count.level();
        String indent = "  " + "  ".repeat(level.depth());
        String name = Style.printable(level.group().name());
        int exist = level.members().total();
        String fate = level.isComposite()
                ? "needs " + Counted.of(level.minimum(), "group") + " with enough pods"
                : level.basic() || exist >= level.minimum()
                        ? Counted.of(exist, "pod") + (exist == 1 ? " exists" : " exist") + ", enough"
                        : style.bad(exist + " of " + Counted.of(level.minimum(), "pod") + " exist, "
                                + (level.minimum() - exist) + " missing");
        lines.add(indent + name + ": " + fate);
    }

    private GroupCount focus() {
        return explanation.counts().stream()
                .filter(count -> count.level().group().equals(explanation.focus()))
                .findFirst()
                .orElseThrow();
    }

    private String others(int more) {
        if (explanation.othersAtMost().isEmpty()) {
            return "";
        }
        int most = explanation.othersAtMost().getAsInt();
        return most == 0
                ? " without room for any"
                : ", " + (more == 1 ? "" : "each ") + "with room for at most " + Counted.of(most) + " (an upper bound)";
    }

    private void say(String text) {
        say(text, "  ");
    }

    private void say(String text, String indent) {
        lines.addAll(Lines.wrapped(text, " ", indent));
    }

    private void headline(GroupCount focus) {
        if (explanation.domains().isEmpty()) {
            say("No node has the label " + Style.printable(String.valueOf(explanation.key()))
                    + ", so there is no domain to place the group in.");
            return;
        }
        DomainFit best = explanation.domains().get(0);
        String where = best.domain() == null
                ? "The whole cluster"
                : focus.level().pinned() != null
                        ? "The " + key() + " in which it runs already, " + domain(best) + ","
                        : explanation.allDomains() == 1
                                ? "The only " + key() + ", " + domain(best) + ","
                                : "The best " + key() + ", " + domain(best) + ",";
        boolean root = explanation.counts().get(0).equals(focus);
        String name = Style.printable(focus.level().group().toString());
        String who = root ? "" : " of " + name;
        if (explanation.verdict() instanceof Verdict.Undetermined open) {
            say("Undecided: the search found no placement of the " + noun(best.needed(), focus)
                    + " needed, and no proof that there is none. What is known: " + StopText.known(open) + ".");
            say("Why: " + StopText.why(open, voice) + ".");
            return;
        }
        if (explanation.nodes().isEmpty()) {
            say((root ? "The group" : name) + " has no pod that could be placed.");
        } else if (!isCut() && explanation.nodes().stream().allMatch(kind -> kind.usable() == 0)) {
            say("No node takes a pod" + who + ", not even one: " + reasons() + ".");
        } else if (best.missing() > 0 && best.fits() == 0 && !best.exact()) {
            say("How many fit was not found out within the budget.");
            say(bottleneck(best) + ".");
        } else if (best.missing() > 0) {
            say(where + " takes " + (best.exact() ? "" : "at least ") + (best.fits() == 0 ? "none" : best.fits())
                    + " of the " + noun(best.needed(), focus) + (root ? " needed: " : " that " + name + " needs: ")
                    + best.missing() + " " + (best.missing() == 1 ? "is" : "are") + " missing.");
            if (!(best.bottleneck() instanceof Bottleneck.Apart && isForOnePod())) {
                say(bottleneck(best) + ".");
            }
        } else {
            say("By room alone all " + noun(best.needed(), focus) + who + " fit, but not " + besideRoom(best) + ".");
        }
    }

    /** {@return whether what keeps pods apart is a claim for one of them, which is said} */
    private boolean isForOnePod() {
        return explanation.volumes().stream().anyMatch(VolumeNote.ForOnePod.class::isInstance);
    }

    private String besideRoom(DomainFit best) {
        if (best.bottleneck() instanceof Bottleneck.Devices) {
            return "with the devices that they claim: nodes reach some of them together, or pods share a claim";
        }
        if (best.bottleneck() instanceof Bottleneck.Order) {
            return explanation.volumes().isEmpty()
                    ? "with the rules about which pods must be together or spread"
                    : "with the volumes that they need";
        }
        return "together with the other groups";
    }

    private String reasons() {
        List<NodeReasons> groups = explanation.nodes().get(0).refusing();
        if (groups.isEmpty()) {
            return "there is none";
        }
        String everywhere = RefusalText.onEvery(groups);
        if (!everywhere.isEmpty() && explanation.nodes().get(0).otherwise() == 0) {
            return (groups.size() == 1 ? "" : "on every node ") + everywhere;
        }
        List<String> parts = new ArrayList<>();
        for (NodeReasons nodes : groups.subList(0, Math.min(2, groups.size()))) {
            parts.add((groups.size() == 1 ? "" : "on " + Counted.of(nodes.nodes(), "node") + ", ")
                    + RefusalText.of(nodes));
        }
        return String.join("; ", parts) + (groups.size() > 2 ? "; and more below" : "");
    }

    private String key() {
        return Style.printable(String.valueOf(explanation.key()));
    }

    private static String domain(DomainFit fit) {
        String value = String.valueOf(fit.domain());
        return Style.value(value);
    }

    private static String noun(int count, GroupCount focus) {
        return Counted.of(count, focus.level().isComposite() ? "group" : "pod");
    }

    private static String bottleneck(DomainFit fit) {
        Bottleneck bottleneck = fit.bottleneck();
        if (bottleneck instanceof Bottleneck.Resource resource) {
            return resource(resource, fit);
        }
        if (bottleneck instanceof Bottleneck.Apart) {
            return "The pods may not share a node or domain, and "
                    + (fit.usable() == 0
                            ? "no node is"
                            : Counted.of(fit.usable(), "node") + (fit.usable() == 1 ? " is" : " are"))
                    + " open to them";
        }
        if (bottleneck instanceof Bottleneck.Closed) {
            return "Rules close " + (fit.nodes() == 1 ? "its only node" : "all " + Counted.of(fit.nodes(), "node"));
        }
        return "No single resource is short: it is the combination that does not fit";
    }

    private static String resource(Bottleneck.Resource resource, DomainFit fit) {
        String name = Amounts.name(resource.resource());
        String sums = name + ": " + Amounts.exact(resource.resource(), resource.needed()) + " needed, "
                + (resource.free() == 0 ? "none" : Amounts.free(resource.resource(), resource.free())) + " free";
        if (resource.shortfall() > 0) {
            return sums + ", " + Amounts.shortfall(resource.resource(), resource.shortfall()) + " short";
        }
        String asked = Amounts.exact(resource.resource(), resource.perPod());
        int small = resource.nodesWithSome() - resource.nodesWithEnough();
        String pieces;
        if (resource.nodesWithEnough() == 0) {
            pieces = "no node has more than "
                    + Amounts.mostFree(resource.resource(), resource.largest(), resource.perPod())
                    + " free, and a pod asks " + asked;
        } else if (small > 0) {
            pieces = small + " of the " + Counted.of(resource.nodesWithSome(), "node")
                    + " with some free have less than the " + asked + " that a pod asks";
        } else {
            pieces = "at most " + Amounts.shortfall(resource.resource(), resource.largest()) + " on each of "
                    + Counted.of(resource.nodesWithSome(), "node") + ", and a pod asks " + asked;
        }
        return sums
                + (fit.sumsSuffice() ? ". The total is enough, but it is in pieces: " : ". It is in pieces: ")
                + pieces;
    }

    private void proof() {
        switch (explanation.proof()) {
            case MEMBER_FITS_NOWHERE -> say("Proved: some pods fit on no node, and the others are too few.");
            case DOMAIN_SUMS -> say("Proved: under these rules, every domain holds less than is needed.");
            case WEIGHTS -> say("Proved: under these rules, all nodes together hold less than is needed.");
            case DOMAIN_ROOM -> say("Proved: all domains together have room for fewer groups than are needed.");
            case CASES -> say("Proved case by case: in each case the nodes hold less than is needed.");
            case EXHAUSTED -> say("Proved: every way to place the pods, in every order, was tried.");
            default -> {}
        }
    }

    private void groups() {
        if (explanation.counts().size() < 2) {
            return;
        }
        title("groups");
        for (GroupCount count : explanation.counts()) {
            String indent = "    " + "  ".repeat(count.level().depth());
            GroupRef group = count.level().group();
            int running = count.level().members().running();
            String fate = count.starves()
                            && !count.level().isComposite()
                            && count.level().members().pending() == 0
                    ? style.bad("cannot start: no pod to place, " + count.needed() + " needed")
                    : count.starves()
                            ? style.bad("cannot start: " + count.placeable() + " of " + count.needed() + " fit")
                            : count.needed() == 0
                                    ? "has enough"
                                    : count.placeable() + " fit, " + count.needed() + " needed";
            lines.add(indent + Style.printable(group.name()) + ": " + fate
                    + (running > 0 ? ", " + running + " running" : ""));
        }
    }

    private void title(String text) {
        lines.add("");
        lines.add("  " + style.strong(text));
    }

    private void conflicts() {
        if (explanation.conflicts().size() > 1) {
            title("what stands in the way: in each line, one thing must change");
            explanation.conflicts().forEach(this::oneOfMany);
            return;
        }
        for (ConflictSet set : explanation.conflicts()) {
            boolean one = set.requirements().size() == 1;
            title(one ? "what stands in the way" : "what cannot be met together");
            for (ConflictSet.Dropped dropped : set.requirements()) {
                String effect = dropped.fits()
                        ? style.good("without it the group fits")
                        : explanation.complete()
                                ? "without it alone it still does not fit"
                                : "whether it fits without it alone is not known";
                lines.addAll(
                        Lines.item("- ", RequirementText.of(dropped.requirement(), voice) + ": " + effect, "    "));
            }
        }
        if (explanation.tooSmall()) {
            title("what stands in the way");
            lines.add("    the cluster is too small for so many pods, whatever they ask");
        }
    }

    private void oneOfMany(ConflictSet set) {
        List<String> parts = new ArrayList<>();
        set.requirements().forEach(dropped -> parts.add(RequirementText.of(dropped.requirement(), voice)));
        lines.addAll(Lines.item("- ", String.join(" with ", parts), "    "));
    }

    private void domains(GroupCount focus) {
        if (explanation.key() == null || explanation.domains().isEmpty()) {
            return;
        }
        title("domains of " + key() + ", best first");
        int width = Cells.widest(explanation.domains().stream().map(ExplanationText::domain));
        for (DomainFit fit : explanation.domains()) {
            String count = (fit.exact() ? "" : "at least ") + fit.fits() + " of " + fit.needed();
            lines.addAll(Lines.item(
                    String.format(Locale.ROOT, "%s  %8s  ", Cells.padded(domain(fit), width), count),
                    inDomain(fit),
                    "    "));
        }
        int more = explanation.allDomains() - explanation.domains().size();
        if (more > 0) {
            say("and " + Counted.of(more, "more domain") + others(more), "    ");
        }
    }

    private static String inDomain(DomainFit fit) {
        List<String> states = new ArrayList<>();
        if (fit.usable() > 0) {
            states.add(fit.usable() + " with room");
        }
        if (fit.full() > 0) {
            states.add(fit.full() + " full");
        }
        if (fit.closed() > 0) {
            states.add(fit.closed() + " closed");
        }
        String nodes = Counted.of(fit.nodes(), "node") + ": " + String.join(", ", states);
        if (!(fit.bottleneck() instanceof Bottleneck.Resource resource)) {
            return nodes;
        }
        String name = resource.resource();
        return nodes + "; " + Amounts.name(name) + ": " + Amounts.free(name, resource.free())
                + (fit.closed() > 0 ? " free on open nodes, " : " free, ")
                + Amounts.exact(name, resource.needed()) + " needed"
                + (resource.free() == 0 ? "" : ", up to " + Amounts.free(name, resource.largest()) + " on one");
    }

    private static String padded(int count, int width) {
        String text = Counted.of(count);
        return " ".repeat(Math.max(0, width - text.length())) + text + (count == 1 ? " node   " : " nodes  ");
    }

    private void nodes(PodClassNodes all) {
        int others = all.podClass().count() - 1;
        String pods =
                Style.printable(voice.member(all.podClass().pod().metadata().name()))
                        + (others > 0 ? " and " + Counted.of(others, "pod") + " like it" : "");
        title("nodes for " + pods + ": "
                + (all.usable() == 0
                        ? "none takes"
                        : Counted.of(all.usable(), "node") + (all.usable() == 1 ? " takes" : " take"))
                + " one now");
        int width = all.refusing().isEmpty()
                ? 1
                : Counted.of(all.refusing().get(0).nodes()).length();
        for (NodeReasons nodes : all.refusing()) {
            String names = String.join(
                            ", ",
                            nodes.sample().stream()
                                    .map(voice::node)
                                    .map(Style::printable)
                                    .toList())
                    + (nodes.nodes() > nodes.sample().size() ? ", ..." : "");
            lines.addAll(Lines.item(padded(nodes.nodes(), width), RefusalText.of(nodes) + " (" + names + ")", "    "));
        }
        if (all.otherwise() > 0) {
            lines.add("    " + padded(all.otherwise(), width) + "for other reasons");
        }
    }
}
