package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A verdict in words.
 *
 * @param headline what is the case, as the rest of a sentence that begins with the group's name
 * @param sentences the particulars
 */
public record VerdictWords(String headline, List<String> sentences) {

    private static final int MOST_DOMAINS = 4;

    public VerdictWords {
        sentences = List.copyOf(sentences);
    }

    public static VerdictWords of(GroupView view) {
        Verdict verdict = view.verdict();
        List<String> sentences = new ArrayList<>();
        String headline;
        if (verdict instanceof Verdict.Feasible feasible) {
            Addition addition = view.addition();
            headline = addition == null ? "fits" : "would fit with " + addition.words();
            sentences.add(feasible(feasible));
            sentences.addAll(addition == null ? List.of() : addition.sentences());
            if (view.explanation() != null) {
                sentences.add(VerdictText.greedy(feasible, view.greedy()) + ".");
            }
        } else if (verdict instanceof Verdict.Infeasible infeasible) {
            headline = "does not fit";
            sentences.add(needs(verdict.about()) + "; there is no way to place them: "
                    + (infeasible.evidence() instanceof Evidence.Exhausted
                            ? "every way was tried, which is an exhaustive search, not a certificate."
                            : "that is proved."));
            sentences.addAll(shortfall(view));
        } else if (VerdictText.isOpen(verdict)) {
            headline = "is not decided";
            sentences.add(needs(verdict.about())
                    + "; they do not fit by the inputs that could be used, and the others may change that.");
        } else if (verdict instanceof Verdict.Undetermined open) {
            headline = "is not decided";
            sentences.add(needs(verdict.about()) + "; the search found no placement, and no proof that there is none.");
            StopText.sentences(open, Voice.COMMAND).forEach(each -> sentences.add(sentence(each) + "."));
        } else if (verdict instanceof Verdict.Gated gated) {
            headline = "may not be tried yet";
            sentences.add(sentence(gated.detail()) + " (" + gated.why().code() + ")");
        } else if (verdict instanceof Verdict.Errored errored) {
            headline = "contradicts a rule of groups";
            sentences.add(sentence(errored.detail()) + " (" + errored.why().code() + ")");
        } else {
            headline = "has nothing to place";
            sentences.add("No pod is pending, " + verdict.about().members().running() + " running.");
        }
        for (Unmodelled unmodelled : verdict.about().unmodelled()) {
            sentences.add("It also " + UnmodelledText.depends(unmodelled) + ".");
        }
        return new VerdictWords(headline, sentences);
    }

    private static String feasible(Verdict.Feasible feasible) {
        MemberCounts members = feasible.about().members();
        int placed = feasible.placed();
        StringBuilder text = new StringBuilder();
        if (placed == members.pending()) {
            text.append(
                    placed == 1
                            ? "The pending pod"
                            : (placed == 2 ? "Both" : "All " + grouped(placed)) + " pending pods");
        } else {
            text.append(grouped(placed))
                    .append(" of ")
                    .append(grouped(members.pending()))
                    .append(" pending pods");
        }
        long nodes =
                feasible.placement().stream().map(Assignment::node).distinct().count();
        text.append(" can run").append(placed == 1 ? "" : " together").append(", on ");
        text.append(nodes == 1 ? feasible.placement().get(0).node() : counted(nodes, "node"));
        if (placed < members.pending() && feasible.isMaximal()) {
            text.append(", and no more");
        }
        if (members.running() > 0) {
            text.append("; ")
                    .append(members.running())
                    .append(members.running() == 1 ? " runs" : " run")
                    .append(" already");
        }
        List<ChosenDomain> domains = feasible.domains();
        for (int i = 0; i < Math.min(MOST_DOMAINS, domains.size()); i++) {
            ChosenDomain domain = domains.get(i);
            text.append(i == 0 ? ": " : "; ");
            if (domains.size() > 1) {
                text.append(domain.group().name()).append(' ');
            }
            text.append("in ").append(Domain.called(domain.key(), domain.value()));
        }
        if (domains.size() > MOST_DOMAINS) {
            text.append("; and ").append(domains.size() - MOST_DOMAINS).append(" more groups, each in its domain");
        }
        return text.append('.').toString();
    }

    /** Room counted node by node is an upper bound; it is said only where it falls short by itself. */
    private static List<String> shortfall(GroupView view) {
        int needed = needed(view);
        Domain whole = view.whole();
        if (whole == null || needed == 0) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        int room = whole.sum().room()[0];
        if (room < needed) {
            sentences.add("Counted node by node, there is room for " + counted(room, "pod") + " in all: "
                    + grouped(needed - room) + " too few.");
        } else {
            bestBound(view, whole).filter(best -> best.sum().room()[0] < needed).ifPresent(best -> {
                int has = best.sum().room()[0];
                sentences.add("Counted node by node, no " + Domain.lastPart(best.key()) + " has room for more than "
                        + grouped(has) + ", as " + best.name() + " has: " + grouped(needed - has) + " too few.");
            });
        }
        return sentences;
    }

    /** {@return the domain with the most room of those to which the group is bound} */
    private static Optional<Domain> bestBound(GroupView view, Domain domain) {
        if (view.bound().contains(domain.key()) && !domain.value().isEmpty()) {
            return Optional.of(domain);
        }
        Optional<Domain> best = Optional.empty();
        for (Domain inner : domain.domains()) {
            Optional<Domain> other = bestBound(view, inner);
            if (other.isPresent()
                    && (best.isEmpty()
                            || other.get().sum().room()[0] > best.get().sum().room()[0])) {
                best = other;
            }
        }
        return best;
    }

    /**
     * {@return how many pods of the only kind must be placed; 0 if there are several kinds, or the group is made of
     * groups}
     */
    public static int needed(GroupView view) {
        GroupSummary about = view.verdict().about();
        boolean plain = view.kinds().size() == 1 && about.group().kind() != GroupRef.Kind.COMPOSITE_POD_GROUP;
        return plain ? Math.max(0, about.minimum() - about.members().running()) : 0;
    }

    private static String needs(GroupSummary about) {
        String noun = about.group().kind() == GroupRef.Kind.COMPOSITE_POD_GROUP ? "group" : "pod";
        int running = about.members().running();
        return counted(about.minimum(), noun) + " must run" + (about.minimum() == 1 ? "" : " together")
                + (running > 0 ? ", " + running + (running == 1 ? " runs" : " run") + " already" : "");
    }

    private static String sentence(String detail) {
        return detail.isEmpty() ? "" : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1);
    }

    public static String counted(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    public static String grouped(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        for (int at = text.length() - 3; at > (count < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
