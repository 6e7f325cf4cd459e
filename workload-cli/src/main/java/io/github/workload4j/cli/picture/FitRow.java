package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.Resource;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.explain.Bottleneck;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of an explanation: how many of the pods (or groups) needed fit in one domain, as a bar, and what is short
 * there.
 *
 * @param fit the domain
 * @param name its name
 * @param fits the part of the bar for those that fit
 * @param missing the part for those that do not
 * @param count both in numbers
 * @param shortage what keeps more out
 */
record FitRow(DomainFit fit, Label name, Box fits, Box missing, Label count, Label shortage) {

    static final int HEIGHT = 18;
    private static final int NAME = 150;
    private static final int BAR = 160;
    private static final int COUNT = 170;
    private static final int FONT = 12;
    private static final int GAP = 10;

    /** {@return a row for each domain that is listed, below each other} */
    static List<FitRow> of(Explanation explanation, int y, int width) {
        List<FitRow> rows = new ArrayList<>();
        for (DomainFit fit : explanation.domains()) {
            rows.add(row(fit, y + rows.size() * HEIGHT, width));
        }
        return rows;
    }

    private static FitRow row(DomainFit fit, int y, int width) {
        int baseline = y + FONT;
        int filled = fit.needed() == 0 ? BAR : (int) ((long) BAR * Math.min(fit.fits(), fit.needed()) / fit.needed());
        int x = NAME + GAP;
        int countX = x + BAR + GAP;
        int shortX = countX + COUNT + GAP;
        return new FitRow(
                fit,
                Label.of(0, baseline, NAME, FONT, Label.Weight.STRONG, name(fit)),
                new Box(x, y + 2, filled, FONT),
                new Box(x + filled, y + 2, BAR - filled, FONT),
                Label.of(countX, baseline, COUNT, FONT, Label.Weight.PLAIN, count(fit)),
                Label.of(shortX, baseline, width - shortX, FONT, Label.Weight.FAINT, shortage(fit)));
    }

    static String name(DomainFit fit) {
        String domain = fit.domain();
        return domain == null ? "the cluster" : domain.isEmpty() ? "\"\"" : domain;
    }

    private static String count(DomainFit fit) {
        String fits = (fit.exact() ? "" : "at least ") + VerdictWords.grouped(fit.fits()) + " of "
                + VerdictWords.grouped(fit.needed());
        return fits + (fit.missing() == 0 ? "" : ", " + VerdictWords.grouped(fit.missing()) + " missing");
    }

    /** {@return what keeps more out, in a few words} */
    static String shortage(DomainFit fit) {
        Bottleneck bottleneck = fit.bottleneck();
        if (bottleneck == null) {
            return "";
        }
        if (bottleneck instanceof Bottleneck.Resource few) {
            Resource resource = new Resource(few.resource());
            return (few.free() == 0 ? "no " + resource.label() : resource.named(few.free()))
                    + (fit.closed() > 0 ? " free on open nodes, " : " free, ")
                    + resource.amount(few.needed()) + " needed"
                    + pieces(few, resource);
        }
        if (bottleneck instanceof Bottleneck.Apart) {
            return "the pods keep apart: " + VerdictWords.counted(fit.usable(), "node") + " for them";
        }
        if (bottleneck instanceof Bottleneck.Closed) {
            return "rules close "
                    + (fit.nodes() == 1 ? "its only node" : "all " + VerdictWords.counted(fit.nodes(), "node"));
        }
        if (bottleneck instanceof Bottleneck.Devices) {
            return "devices that nodes reach together, or claims that pods share";
        }
        return bottleneck instanceof Bottleneck.Order
                ? "rules about which pods must be together or spread"
                : "several resources together";
    }

    /** {@return in which pieces a resource is free, if its sum would be enough} */
    private static String pieces(Bottleneck.Resource few, Resource resource) {
        if (few.free() == 0) {
            return "";
        }
        int small = few.nodesWithSome() - few.nodesWithEnough();
        if (few.shortfall() > 0 || few.nodesWithEnough() > 0 && small == 0) {
            return ", up to " + resource.amount(few.largest()) + " on one node";
        }
        return few.nodesWithEnough() == 0
                ? ", no node has more than " + resource.amount(few.largest()) + ", a pod asks "
                        + resource.amount(few.perPod())
                : ", " + VerdictWords.grouped(small) + " of "
                        + VerdictWords.counted(few.nodesWithSome(), "node") + " with some have less than "
                        + resource.amount(few.perPod());
    }

    /** {@return what the rows are about} */
    static String heading(Explanation explanation) {
        String what = explanation.counts().stream()
                        .anyMatch(count -> count.level().group().equals(explanation.focus())
                                && count.level().isComposite())
                ? "groups"
                : "pods";
        boolean root = explanation.counts().isEmpty()
                || explanation.counts().get(0).level().group().equals(explanation.focus());
        String of = root ? "" : " of " + explanation.focus();
        return "How many of the " + what + of + " that are needed fit"
                + (explanation.key() == null ? "" : " in one " + explanation.key() + ", best first");
    }

    /** {@return what there is to say about domains without a row, or nothing} */
    static String rest(Explanation explanation) {
        int more = explanation.allDomains() - explanation.domains().size();
        if (more <= 0) {
            return "";
        }
        String domains = "and " + VerdictWords.counted(more, "more domain");
        if (explanation.othersAtMost().isEmpty()) {
            return domains;
        }
        int most = explanation.othersAtMost().getAsInt();
        return domains
                + (most == 0
                        ? " without room for any"
                        : ", " + (more == 1 ? "" : "each ") + "with room for at most " + VerdictWords.grouped(most)
                                + " (an upper bound)");
    }
}
