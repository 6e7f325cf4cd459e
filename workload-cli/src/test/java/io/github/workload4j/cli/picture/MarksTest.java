package io.github.workload4j.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signs of the pods on one node, as the drawing has them: places are read from the picture, not computed. */
class MarksTest {

    private static final Pattern HERE = Pattern.compile("<path class=\"here\" d=\"([^\"]*)\"");
    private static final Pattern COMMAND = Pattern.compile("([Mhvlaz])([^Mhvlaz]*)");
    private static final Pattern COUNT =
            Pattern.compile("<text x=\"(\\d+)\" y=\"(\\d+)\" font-size=\"9\">([^<]*)</text>");

    /** Left, top, right and bottom in tenths of a pixel. */
    private record Extent(double left, double top, double right, double bottom) {

        boolean overlaps(Extent other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** What one node has drawn on it: the signs of pods placed there, then texts beside them. */
    private static List<Extent> signs(String drawn) {
        List<Extent> signs = new ArrayList<>();
        Matcher paths = HERE.matcher(drawn);
        while (paths.find()) {
            for (String outline : paths.group(1).split("(?=M)")) {
                signs.add(extent(outline));
            }
        }
        Matcher counts = COUNT.matcher(drawn);
        while (counts.find()) {
            double x = 10 * Double.parseDouble(counts.group(1));
            double y = 10 * Double.parseDouble(counts.group(2));
            signs.add(new Extent(x, y - 70, x + 50 * counts.group(3).length(), y));
        }
        return signs;
    }

    private static Extent extent(String outline) {
        double x = 0;
        double y = 0;
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        Matcher commands = COMMAND.matcher(outline);
        while (commands.find()) {
            String[] words = commands.group(2).trim().split("[ ,]+");
            double rise = 0;
            switch (commands.group(1)) {
                case "M" -> {
                    x = number(words[0]);
                    y = number(words[1]);
                }
                case "h" -> x += number(words[0]);
                case "v" -> y += number(words[0]);
                case "l" -> {
                    x += number(words[0]);
                    y += number(words[1]);
                }
                case "a" -> {
                    rise = number(words[1]);
                    x += number(words[5]);
                }
                default -> {}
            }
            box = new double[] {
                Math.min(box[0], x), Math.min(box[1], y - rise), Math.max(box[2], x), Math.max(box[3], y + rise)
            };
        }
        return new Extent(box[0], box[1], box[2], box[3]);
    }

    /** Path data has pixels with one digit after the point. */
    private static double number(String pixels) {
        return 10 * Double.parseDouble(pixels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "4",
                "5",
                "30",
                "1 1",
                "2 2",
                "1 3",
                "1 9",
                "12 1",
                "30 30",
                "1 1 1",
                "2 1 1",
                "9 9 9",
                "1 1 1 1",
                "7 1 1 1",
                "1 1 1 1 1",
                "3 3 3 3 3",
                "1 1 1 1 1 1",
                "2 2 2 2 2 2 2 2"
            })
    void noSignOfANodeCoversAnotherOrLeavesTheNode(String podsOfEachKind) {
        Sketch sketch = new Sketch().node("a", null, null, 1_000, 0);
        sketch.gang("train", 1, 0, 1, 0, null);
        int cores = 1;
        for (String pods : podsOfEachKind.split(" ")) {
            for (int i = 0; i < Integer.parseInt(pods); i++) {
                sketch.member("train", "p" + cores + "-" + i, cores, 0);
            }
            cores++;
        }
        Panel panel = Panel.of(sketch.views().get(0), 1152, true);
        Box node = panel.map()
                .all()
                .flatMap(room -> room.cells().stream())
                .findFirst()
                .orElseThrow()
                .box();
        String drawn = Sketch.text(out -> new PanelDrawing(new Markup(out), panel.view()).draw(panel));
        List<Extent> signs = signs(drawn);
        List<Extent> onNode = signs.stream()
                .filter(sign -> sign.left >= 10 * node.x()
                        && sign.top >= 10 * node.y()
                        && sign.left < 10 * node.right()
                        && sign.top < 10 * node.bottom())
                .toList();
        assertThat(onNode).isNotEmpty();
        for (Extent sign : onNode) {
            assertThat(sign.right).as("%s on %s", sign, node).isLessThanOrEqualTo(10 * node.right());
            assertThat(sign.bottom).as("%s on %s", sign, node).isLessThanOrEqualTo(10 * node.bottom());
            assertThat(onNode).filteredOn(other -> other != sign).noneMatch(sign::overlaps);
        }
    }
}
