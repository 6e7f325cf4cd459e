package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.Doubts;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.Counted;
import io.github.workload4j.cli.screen.Style;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of {@code workload check} for people. First a line for each group, verdict first. Then, group by group,
 * where its pods go, by domain and node, or what is missing.
 */
public final class CheckText {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final int WIDTH = 100;
    private static final int MOST_NODES = 40;

    private final PrintWriter out;
    private final Style style;
    private final ClusterSnapshot snapshot;
    private final LoadedCluster cluster;

    CheckText(PrintWriter out, Style style, LoadedCluster cluster) {
        this.out = out;
        this.style = style;
        this.snapshot = cluster.snapshot();
        this.cluster = cluster;
    }

    /**
     * Writes answers.
     *
     * @param quiet whether those that are good news are left out
     */
    public void write(List<Answered> all, boolean quiet) {
        List<Answered> answers = quiet
                ? all.stream().filter(answered -> !isGood(answered.verdict())).toList()
                : all;
        if (quiet && answers.isEmpty()) {
            return;
        }
        if (answers.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
            return;
        }
        int width =
                answers.stream().mapToInt(a -> name(a.verdict()).length()).max().orElse(0);
        for (Answered answered : answers) {
            Verdict verdict = answered.verdict();
            String word = String.format(Locale.ROOT, "%-12s", verdict.word());
            out.println(coloured(verdict, word) + "  " + style.strong(padded(name(verdict), width)) + "  "
                    + inShort(verdict));
        }
        for (Answered answered : answers) {
            details(answered);
        }
        ReleaseText.lines(answers.stream()
                        .map(answered -> answered.verdict().about().release())
                        .toList())
                .forEach(out::println);
    }

    private static String name(Verdict verdict) {
        return Style.printable(verdict.about().group().toString());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static boolean isGood(Verdict verdict) {
        return verdict instanceof Verdict.Feasible || verdict instanceof Verdict.Satisfied;
    }

    private String coloured(Verdict verdict, String word) {
        if (isGood(verdict)) {
            return style.good(word);
        }
        return verdict instanceof Verdict.Undetermined ? style.odd(word) : style.bad(word);
    }

    public static String inShort(Verdict verdict) {
        GroupSummary about = verdict.about();
        if (verdict instanceof Verdict.Feasible feasible) {
            return placed(feasible) + needed(about);
        }
        if (verdict instanceof Verdict.Gated gated) {
            return gated.why().code() + ": " + Style.printable(gated.detail());
        }
        if (verdict instanceof Verdict.Errored errored) {
            return errored.why().code() + ": " + Style.printable(errored.detail());
        }
        if (verdict instanceof Verdict.Satisfied) {
            return "no pod is pending, " + about.members().running() + " running";
        }
        if (Doubts.isOpen(verdict)) {
            return UnmodelledText.OPEN + needed(about);
        }
        if (verdict instanceof Verdict.Undetermined) {
            return "no placement found, and no proof that there is none" + needed(about);
        }
        return "does not fit: " + waiting(about.members()) + needed(about);
    }

    private static String placed(Verdict.Feasible feasible) {
        MemberCounts members = feasible.about().members();
        int placed = feasible.placed();
        String pods = placed == members.pending()
                ? (placed == 1
                        ? "the pending pod fits"
                        : (placed == 2 ? "both" : "all " + Counted.of(placed)) + " pending pods fit")
                : placed + " of " + Counted.of(members.pending(), "pending pod") + (placed == 1 ? " fits" : " fit");
        return pods + (feasible.isMaximal() || placed == members.pending() ? "" : ", perhaps more");
    }

    private static String waiting(MemberCounts members) {
        return Counted.of(members.pending(), "pod") + " pending"
                + (members.gated() > 0 ? ", " + members.gated() + " of them held by scheduling gates" : "");
    }

    private static String needed(GroupSummary about) {
        String noun = about.group().kind() == GroupRef.Kind.COMPOSITE_POD_GROUP ? "group" : "pod";
        int running = about.members().running();
        return ", " + Counted.of(about.minimum(), noun) + " needed" + (running > 0 ? ", " + running + " running" : "");
    }

    private void details(Answered answered) {
        Verdict verdict = answered.verdict();
        List<String> lines = new ArrayList<>(
                answered.explanation() == null ? List.of() : ExplanationText.of(answered.explanation(), style));
        if (!lines.isEmpty() && Doubts.isOpen(verdict)) {
            lines.add(0, "  as far as could be read:");
        } else if (!lines.isEmpty()) {
            // The explanation says it all, and better.
        } else if (verdict instanceof Verdict.Feasible feasible) {
            lines.addAll(where(feasible));
            for (int d = 0; d < answered.fits().size(); d++) {
                lines.addAll(wrapped(
                        elsewhere(feasible.domains().get(d), answered.fits().get(d)), " ", "  "));
            }
            if (answered.greedy().isPresent()) {
                lines.addAll(wrapped(greedy(feasible, answered.greedy().getAsInt()), " ", "  "));
            }
        } else if (verdict instanceof Verdict.Infeasible infeasible) {
            lines.addAll(wrapped("why: " + reading(infeasible), " ", "  "));
        } else if (verdict instanceof Verdict.Undetermined undetermined && !Doubts.isOpen(verdict)) {
            lines.addAll(wrapped(StopText.known(undetermined), " ", "  "));
            lines.addAll(wrapped(StopText.why(undetermined), " ", "  "));
        } else if (verdict instanceof Verdict.Gated gated && gated.why() == Reason.GROUP_NOT_FOUND) {
            cluster.inputs()
                    .firstMember(verdict.about().group())
                    .ifPresent(member -> lines.add("  named by " + Style.printable(member)));
        }
        lines.addAll(GoneMembersText.lines(cluster.goneMembers(verdict.about().group())));
        lines.addAll(UnmodelledText.lines(verdict.about().unmodelled(), answered.ignored()));
        lines.addAll(DerivedText.lines(
                verdict.about().group(), cluster, verdict instanceof Verdict.Feasible ? answered.beside() : null));
        if (!lines.isEmpty()) {
            print(verdict, lines);
        }
    }

    private void print(Verdict verdict, List<String> lines) {
        out.println();
        out.println(style.strong(name(verdict)));
        lines.forEach(out::println);
    }

    private static String greedy(Verdict.Feasible feasible, int places) {
        String cycle = "kube-scheduler's documented cycle, pod by pod, ";
        if (places == 0) {
            return cycle + "would get stuck and place none";
        }
        return cycle + "would place " + (places == feasible.placed() ? "as many" : String.valueOf(places));
    }

    private String reading(Verdict.Infeasible infeasible) {
        if (infeasible.evidence() instanceof Evidence.Exhausted exhausted) {
            return "every way to place the pods, in every order, was tried (" + Counted.of(exhausted.states(), "state")
                    + "): an exhaustive search, not a certificate";
        }
        List<String> resources = GroupQuestion.of(
                        snapshot, cluster.groups(), infeasible.about().group())
                .orElseThrow()
                .resources();
        return CertificateText.of((Evidence.Certified) infeasible.evidence(), resources);
    }

    /** Pods and nodes by domain: the domains the answer chose, or the zones. */
    private List<String> where(Verdict.Feasible feasible) {
        Set<String> keys = new LinkedHashSet<>();
        feasible.domains().stream().map(ChosenDomain::key).forEach(keys::add);
        if (keys.isEmpty()) {
            keys.add(ZONE);
        }
        Map<String, Map<String, Integer>> byDomain = new TreeMap<>();
        for (Assignment assignment : feasible.placement()) {
            byDomain.computeIfAbsent(domain(assignment.node(), keys), domain -> new TreeMap<>())
                    .merge(assignment.node(), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        byDomain.forEach((domain, nodes) -> {
            int pods = nodes.values().stream().mapToInt(Integer::intValue).sum();
            lines.add("  " + (domain.isEmpty() ? "" : Style.printable(domain) + ": ") + Counted.of(pods, "pod") + " on "
                    + Counted.of(nodes.size(), "node"));
            lines.addAll(wrapped(counts(nodes), ", ", "    "));
        });
        return lines;
    }

    /** In which other domains a group fits. */
    private static String elsewhere(ChosenDomain chosen, DomainsThatFit fits) {
        List<String> others = new ArrayList<>(fits.values());
        others.remove(chosen.value());
        String open = fits.undetermined().isEmpty()
                ? ""
                : "; the budget ran out for " + Counted.of(fits.undetermined().size(), "domain");
        return Style.printable(chosen.group().name()) + " fits in "
                + (others.isEmpty()
                        ? "no other domain of " + Style.printable(fits.key())
                        : Counted.of(others.size(), "other domain") + " of " + Style.printable(fits.key()) + " too: "
                                + others.stream().map(Style::value).collect(Collectors.joining(", ")))
                + open;
    }

    private String domain(String node, Set<String> keys) {
        Map<String, String> labels =
                snapshot.node(snapshot.indexOf(node)).metadata().labels();
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            String value = labels.get(key);
            if (value != null) {
                parts.add(key.substring(key.indexOf('/') + 1) + " " + Style.value(value));
            }
        }
        return String.join(", ", parts);
    }

    private static String counts(Map<String, Integer> nodes) {
        List<String> parts = new ArrayList<>();
        nodes.forEach((node, pods) -> {
            if (parts.size() < MOST_NODES) {
                parts.add(Style.printable(node) + (pods > 1 ? " (" + pods + ")" : ""));
            }
        });
        if (nodes.size() > parts.size()) {
            parts.add("and " + (nodes.size() - parts.size()) + " more");
        }
        return String.join(", ", parts);
    }

    /** Breaks an item of a list into lines, those after the first indented as far as its text. */
    public static List<String> item(String bullet, String text, String indent) {
        String hanging = " ".repeat(bullet.length());
        List<String> lines = wrapped(text, " ", indent + hanging);
        lines.set(0, indent + bullet + lines.get(0).substring(indent.length() + hanging.length()));
        return lines;
    }

    /** Breaks a text into lines, at separators only. */
    public static List<String> wrapped(String text, String separator, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split(separator)) {
            if (line.length() > 0 && indent.length() + line.length() + separator.length() + part.length() > WIDTH) {
                lines.add(indent + line + separator.strip());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : separator).append(part);
        }
        lines.add(indent + line);
        return lines;
    }
}
