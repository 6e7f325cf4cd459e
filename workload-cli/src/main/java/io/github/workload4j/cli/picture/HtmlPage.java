package io.github.workload4j.cli.picture;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.picture.view.Domain;
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Resource;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All panels in one HTML page, each followed by tables: its domains, and where its pods go. */
final class HtmlPage {

    private static final int WIDTH = 1152;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_DOMAINS = 120;
    private static final int MOST_PODS = 500;

    private final List<GroupView> views;
    private final String summary;

    HtmlPage(List<GroupView> views, int nodes) {
        this.views = views;
        this.summary = Picture.summary(views, nodes);
    }

    /** Opens a page, and its body with a heading. */
    static void open(Markup out, String title) {
        out.raw("<!DOCTYPE html>").line();
        out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.leaf("title", title).line();
        out.open("style")
                .line()
                .raw(Stylesheet.of("picture.css"))
                .raw(Stylesheet.of("page.css"))
                .closeLine();
        out.closeLine();
        out.open("body").line();
        out.open("svg", "class", "patterns", "width", 0, "height", 0, "aria-hidden", "true");
        Stylesheet.patterns(out);
        out.closeLine();
        out.leaf("h1", title).line();
    }

    void write(Markup out) {
        open(out, summary);
        List<GroupView> shown = views.subList(0, Math.min(MOST_GROUPS, views.size()));
        List<Panel> panels =
                shown.stream().map(view -> Panel.of(view, WIDTH, false)).toList();
        if (panels.size() > 1) {
            contents(out, panels);
        }
        for (int i = 0; i < panels.size(); i++) {
            section(out, panels.get(i), i + 1);
        }
        Picture.notes(views, shown.size()).forEach(note -> out.leaf("p", note).line());
        out.closeLine();
        out.closeLine();
    }

    private static void contents(Markup out, List<Panel> panels) {
        table(out, "", "Group", "Verdict", "In words");
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            out.open("tr").open("th", "scope", "row");
            out.leaf("a", panel.view().name(), "href", "#g" + (i + 1)).close();
            out.open("td");
            icon(out, panel.view().verdict());
            out.raw(" ").text(panel.view().verdict().word()).close();
            out.leaf("td", String.join(" ", panel.words().sentences())).closeLine();
        }
        out.close().closeLine();
    }

    static void icon(Markup out, Verdict verdict) {
        svg(out, "picture icon", 16, 16, "28 28", "aria-hidden", "true");
        new VerdictIcon(out).draw(verdict, new Box(0, 0, Panel.ICON, Panel.ICON));
        out.close();
    }

    /** Opens a picture with a margin of two pixels; {@code said} are attributes for those who do not see it. */
    static void svg(Markup out, String css, int width, int height, String shown, String... said) {
        List<Object> attributes =
                new ArrayList<>(List.of("class", css, "width", width, "height", height, "viewBox", "-2 -2 " + shown));
        attributes.addAll(List.of(said));
        out.open("svg", attributes.toArray());
    }

    private static void section(Markup out, Panel panel, int number) {
        String sentence = SvgFile.sentence(panel);
        out.open("section", "id", "g" + number).line();
        out.open("h2");
        icon(out, panel.view().verdict());
        out.text(" " + sentence).closeLine();
        for (String text : panel.words().sentences()) {
            out.leaf("p", text).line();
        }
        if (panel.height() > 0) {
            int width = panel.width() + 4;
            int height = panel.height() + 4;
            String label = sentence + ". The tables below say the same.";
            out.open("figure");
            svg(out, "picture", width, height, width + " " + height, "role", "img", "aria-label", label);
            out.line();
            new PanelDrawing(out, panel.view()).draw(panel);
            out.close().closeLine();
        }
        if (!panel.rows().isEmpty()) {
            fits(out, panel);
        }
        Domain whole = panel.view().whole();
        if (whole != null) {
            domains(out, panel.view(), whole);
        }
        if (panel.view().verdict() instanceof Verdict.Feasible feasible) {
            placement(out, feasible);
        }
        out.closeLine();
    }

    private static void fits(Markup out, Panel panel) {
        Explanation explanation = requireNonNull(panel.view().explanation());
        String title = FitRow.heading(explanation);
        table(
                out,
                title,
                "Domain",
                "Fit",
                "Needed",
                "Missing",
                "Nodes",
                "With room",
                "Full",
                "Closed",
                "What is short");
        for (FitRow row : panel.rows()) {
            DomainFit fit = row.fit();
            out.open("tr").leaf("th", FitRow.name(fit), "scope", "row");
            out.leaf("td", (fit.exact() ? "" : "at least ") + VerdictWords.grouped(fit.fits()));
            for (int number :
                    new int[] {fit.needed(), fit.missing(), fit.nodes(), fit.usable(), fit.full(), fit.closed()}) {
                out.leaf("td", VerdictWords.grouped(number));
            }
            out.leaf("td", FitRow.shortage(fit)).closeLine();
        }
        out.close().closeLine();
        if (!FitRow.rest(explanation).isEmpty()) {
            out.leaf("p", FitRow.rest(explanation), "class", "note").line();
        }
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Opens a table, writes its head, and opens its body. */
    static void table(Markup out, String caption, String... names) {
        out.open("table");
        if (!caption.isEmpty()) {
            out.leaf("caption", caption);
        }
        out.line().open("thead").open("tr");
        for (String name : names) {
            out.leaf("th", name, "scope", "col");
        }
        out.close().closeLine().open("tbody").line();
    }

    private static void domains(Markup out, GroupView view, Domain whole) {
        List<Row> rows = rows(view, whole);
        List<String> names = new ArrayList<>(List.of("Domain", "Nodes", "Usable"));
        view.resources().forEach(resource -> names.add(capitalised(resource.label()) + " free"));
        boolean landed = view.placed() > 0;
        view.kinds().forEach(kind -> names.add((landed ? "Placed: " : "Room, node by node: ") + kind.name()));
        table(out, "Domains", names.toArray(String[]::new));
        for (Row row : rows) {
            Domain.Sum sum = row.domain().sum();
            out.open("tr");
            out.leaf("th", row.domain().name(), "scope", "row", "class", "level" + Math.min(4, row.level()));
            out.leaf("td", VerdictWords.grouped(sum.nodes()));
            out.leaf("td", VerdictWords.grouped(sum.usable()));
            for (int r = 0; r < view.resources().size(); r++) {
                long free = Math.max(0, sum.total()[r] - sum.used()[r]);
                Resource resource = view.resources().get(r);
                out.leaf("td", sum.total()[r] == 0 ? "\u2013" : resource.partOnly(free, sum.total()[r]));
            }
            for (int k = 0; k < view.kinds().size(); k++) {
                out.leaf("td", VerdictWords.grouped(landed ? sum.placed()[k] : sum.room()[k]));
            }
            out.closeLine();
        }
        out.close().closeLine();
        int all = count(whole);
        if (rows.size() < all) {
            out.leaf(
                            "p",
                            VerdictWords.counted(rows.size(), "row") + " of " + VerdictWords.grouped(all)
                                    + ": the domains " + (landed ? "where pods land" : "with the most room")
                                    + ", and those around them",
                            "class",
                            "note")
                    .line();
        }
    }

    private record Row(Domain domain, int level) {}

    private static int count(Domain domain) {
        return 1 + domain.domains().stream().mapToInt(HtmlPage::count).sum();
    }

    /** All domains in the order of the tree; if they are too many, those that matter and those around them. */
    private static List<Row> rows(GroupView view, Domain whole) {
        List<Domain> kept = new ArrayList<>();
        boolean all = count(whole) <= MOST_DOMAINS;
        if (!all) {
            kept.addAll(new FloorPlan(view, WIDTH).worthACloserLook(whole));
            kept.addAll(whole.domains()
                    .subList(0, Math.min(MOST_DOMAINS / 2, whole.domains().size())));
        }
        List<Row> rows = new ArrayList<>();
        addRows(whole, 0, all, kept, rows);
        return rows.size() > MOST_DOMAINS ? rows.subList(0, MOST_DOMAINS) : rows;
    }

    private static void addRows(Domain domain, int level, boolean all, List<Domain> kept, List<Row> rows) {
        rows.add(new Row(domain, level));
        for (Domain inner : domain.domains()) {
            if (all || holdsOne(inner, kept)) {
                addRows(inner, level + 1, all, kept, rows);
            }
        }
    }

    private static boolean holdsOne(Domain domain, List<Domain> kept) {
        for (Domain one : kept) {
            if (one == domain) {
                return true;
            }
        }
        return domain.domains().stream().anyMatch(inner -> holdsOne(inner, kept));
    }

    private static void placement(Markup out, Verdict.Feasible feasible) {
        List<Assignment> placement = feasible.placement();
        out.open("details")
                .leaf("summary", "Where the pods go, in a valid order")
                .line();
        table(out, "", "Pod", "Node");
        for (Assignment assignment : placement.subList(0, Math.min(MOST_PODS, placement.size()))) {
            out.open("tr").leaf("th", assignment.namespace() + "/" + assignment.pod(), "scope", "row");
            out.leaf("td", assignment.node()).closeLine();
        }
        out.close().closeLine();
        if (placement.size() > MOST_PODS) {
            out.leaf("p", "and " + VerdictWords.counted(placement.size() - MOST_PODS, "more pod"), "class", "note")
                    .line();
        }
        out.closeLine();
    }
}
