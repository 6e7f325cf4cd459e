package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.GroupView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All panels below each other in one SVG document. */
final class SvgFile {

    static final int WIDTH = 1200;
    static final int MARGIN = 24;
    private static final int BETWEEN = 28;
    private static final int HEADER = 44;
    private static final int MOST_PANELS = 60;
    private static final int MOST_DESCRIBED = 12;

    private final List<GroupView> views;
    private final String summary;

    SvgFile(List<GroupView> views, int nodes) {
        this.views = views;
        this.summary = Picture.summary(views, nodes);
    }

    /** Opens a picture of the usual width. */
    static void open(Markup out, int height, String labelledBy) {
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "picture",
                "width",
                WIDTH,
                "height",
                height,
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                labelledBy);
        out.line();
    }

    /** Writes how a picture looks, and what it is drawn on. */
    static void paper(Markup out, int height) {
        out.open("style").line().raw(Stylesheet.of("picture.css")).closeLine();
        Stylesheet.patterns(out);
        out.empty("rect", "class", "paper", "width", WIDTH, "height", height).line();
    }

    void write(Markup out) {
        List<GroupView> shown = views.subList(0, Math.min(MOST_PANELS, views.size()));
        List<Panel> panels = shown.stream()
                .map(view -> Panel.of(view, WIDTH - 2 * MARGIN, true))
                .toList();
        boolean headed = views.size() != 1;
        int height = MARGIN + (headed ? HEADER : 0);
        List<Integer> tops = new ArrayList<>();
        for (Panel panel : panels) {
            tops.add(height);
            height += panel.height() + BETWEEN;
        }
        List<String> notes = Picture.notes(views, shown.size());
        height += notes.size() * BETWEEN;
        open(out, height, "title description");
        out.leaf("title", headed ? summary : sentence(panels.get(0)), "id", "title")
                .line();
        out.leaf("desc", described(panels), "id", "description").line();
        paper(out, height);
        if (headed) {
            Label label = Label.of(MARGIN, MARGIN + 16, WIDTH - 2 * MARGIN, 16, Label.Weight.STRONG, summary);
            out.leaf("text", label.text(), "class", "strong", "x", MARGIN, "y", label.baseline(), "font-size", 16)
                    .line();
        }
        for (int i = 0; i < panels.size(); i++) {
            if (i > 0 || headed) {
                int y = tops.get(i) - BETWEEN / 2;
                out.empty("path", "class", "rule", "d", "M" + MARGIN + " " + y + "h" + (WIDTH - 2 * MARGIN))
                        .line();
            }
            out.open("g", "transform", "translate(" + MARGIN + "," + tops.get(i) + ")")
                    .line();
            new PanelDrawing(out, panels.get(i).view()).draw(panels.get(i));
            out.closeLine();
        }
        for (int n = 0; n < notes.size(); n++) {
            int y = height - MARGIN - (notes.size() - 1 - n) * BETWEEN;
            out.leaf("text", notes.get(n), "x", MARGIN, "y", y, "font-size", 13).line();
        }
        out.closeLine();
    }

    private static String described(List<Panel> panels) {
        String text = panels.stream()
                .limit(MOST_DESCRIBED)
                .map(panel ->
                        sentence(panel) + ". " + String.join(" ", panel.words().sentences()))
                .collect(Collectors.joining("\n"));
        return panels.size() > MOST_DESCRIBED
                ? text + "\nand " + (panels.size() - MOST_DESCRIBED) + " more groups"
                : text;
    }

    static String sentence(Panel panel) {
        return panel.view().name() + " " + panel.words().headline();
    }
}
