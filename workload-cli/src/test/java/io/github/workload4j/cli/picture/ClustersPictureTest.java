package io.github.workload4j.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.picture.view.ClusterRow;
import io.github.workload4j.cli.picture.view.ClusterRow.Standing;
import io.github.workload4j.cli.picture.view.ClusterRows;
import io.github.workload4j.cli.picture.view.Fill;
import io.github.workload4j.cli.picture.view.Resource;
import io.github.workload4j.gang.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ClustersPictureTest {

    private static final int WIDTH = 1152;
    private static final int TWO_MEGABYTES = 2_000_000;
    private static final Verdict FITS = verdict(1);
    private static final Verdict DOES_NOT = verdict(9);

    private static Verdict verdict(int pods) {
        return new Sketch()
                .node("node", null, null, 8, 0)
                .gang("train", pods, pods, 8, 0, null)
                .views()
                .get(0)
                .verdict();
    }

    private static ClusterRow row(String name, Standing standing, long used, long free, long asked) {
        boolean takes = standing == Standing.TAKES;
        Fill fill = new Fill(new Resource("nvidia.com/gpu"), used, free, asked, takes ? Math.min(free, asked) : 0);
        return new ClusterRow(name, standing, takes ? FITS : DOES_NOT, fill, List.of("reason of " + name));
    }

    private static ClusterRows rows(int taking, int open, int not) {
        List<ClusterRow> rows = new ArrayList<>();
        int[] counts = {taking, open, 0, not};
        for (int s = 0; s < counts.length; s++) {
            for (int i = 0; i < counts[s]; i++) {
                rows.add(row("cluster-" + rows.size(), Standing.values()[s], 8, 24, 16));
            }
        }
        return new ClusterRows("ml/train", rows);
    }

    private static String drawn(boolean svg, ClusterRows... groups) {
        StringBuilder out = new StringBuilder();
        new ClustersPicture(List.of(groups), List.of("a note")).draw(svg, out);
        return out.toString();
    }

    @Test
    void ofManyClustersTheBestOfEachStandingHaveARowAndTheOthersAreCounted() {
        List<String> texts = Xml.texts(Xml.parse(drawn(true, rows(300, 3, 197))), "text");
        assertThat(texts)
                .contains("ml/train: 300 of 500 clusters take it, the best is cluster-0")
                .containsSubsequence(
                        "300 take it, most room first",
                        "and 287 more",
                        "3 are not decided",
                        "197 do not take it, by name",
                        "and 189 more")
                .contains("cluster-0", "cluster-12", "cluster-302", "cluster-303", "cluster-310", "304.", "a note")
                .doesNotContain("cluster-13", "cluster-311");
    }

    @Test
    void thousandsOfClustersAndManyGroupsStayBelowTwoMegabytes() {
        ClusterRows[] groups = new ClusterRows[200];
        Arrays.fill(groups, rows(1_000, 1_000, 1_000));
        assertThat(drawn(true, groups)).hasSizeBetween(100_000, TWO_MEGABYTES).contains("and 140 more groups");
        assertThat(drawn(false, groups)).hasSizeBetween(100_000, TWO_MEGABYTES);
    }

    @Test
    void anUndecidedClusterIsNoneThatDoesNotTakeIt() {
        assertThat(rows(0, 2, 3).headline()).isEqualTo("ml/train: none of 5 clusters is known to take it");
        assertThat(rows(0, 0, 3).headline()).isEqualTo("ml/train: none of 3 clusters takes it");
        assertThat(rows(0, 0, 1).headline()).isEqualTo("ml/train does not fit in cluster cluster-0");
    }

    @Test
    void aPageHasTheNumbersInATableForEachGroup() {
        Document page = Xml.parse(drawn(false, rows(1, 0, 1), rows(0, 0, 2)));
        assertThat(Xml.texts(page, "h1")).containsExactly("2 groups and 2 clusters: 1 group is taken by some cluster");
        assertThat(Xml.texts(page, "h2")).map(String::strip).hasSize(2);
        assertThat(Xml.texts(page, "td")).containsSubsequence(" fits", "GPU", "8", "24", "16", "16");
        assertThat(Xml.texts(page, "td")).containsSubsequence(" does not fit", "GPU", "8", "24", "16", "0");
    }

    @Test
    void whereNothingWaitsThatIsSaid() {
        assertThat(Xml.texts(Xml.parse(drawn(true)), "title")).containsExactly("No group has a pending pod");
        Xml.parse(drawn(false));
    }

    @Property(tries = 300, seed = "20261201")
    void eachStandingHasItsShareOfTheRowsAndNoneIsLeftOver(
            @ForAll @IntRange(max = 40) int taking,
            @ForAll @IntRange(max = 40) int open,
            @ForAll @IntRange(min = 1, max = 40) int not,
            @ForAll @IntRange(min = 3, max = 40) int most) {
        ClusterRows clusters = rows(taking, open, not);
        List<Integer> shares = clusters.shares(most);
        List<Standing> standings = clusters.standings();
        assertThat(shares.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(Math.min(most, clusters.rows().size()));
        for (int s = 0; s < shares.size(); s++) {
            int count = clusters.count(standings.get(s));
            assertThat(shares.get(s)).isBetween(Math.min(count, most / standings.size()), count);
        }
    }

    @Property(tries = 200, seed = "20261202")
    void whateverTheNamesAndAmountsNothingOverlapsOrSticksOut(
            @ForAll("names") String name,
            @ForAll("names") String reason,
            @ForAll @LongRange(min = -1) long used,
            @ForAll @LongRange(min = 0) long free,
            @ForAll @LongRange(min = 1) long asked,
            @ForAll Standing standing) {
        ClusterRow one = row(name, standing, used, free, asked);
        ClusterRow other =
                new ClusterRow(name, standing, one.verdict(), one.fill(), List.of(reason, reason, reason + name));
        ClusterRows clusters = new ClusterRows(name, List.of(one, other, one));
        ClusterPanel panel = ClusterPanel.of(clusters, WIDTH, 24);
        List<Box> parts = new ArrayList<>();
        panel.labels().forEach(label -> parts.add(label.box()));
        for (ClusterPanel.Row row : panel.rows()) {
            row.labels().stream().filter(label -> !label.text().isEmpty()).forEach(label -> parts.add(label.box()));
            parts.add(row.icon());
            parts.add(row.bar());
        }
        for (int i = 0; i < parts.size(); i++) {
            assertThat(new Box(0, 0, WIDTH, panel.height()).contains(parts.get(i)))
                    .as("%s", parts.get(i))
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(parts.get(i).overlaps(parts.get(j)))
                        .as("%s and %s", parts.get(i), parts.get(j))
                        .isFalse();
            }
        }
        Document svg = Xml.parse(drawn(true, clusters));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        for (int r = 0; r < svg.getElementsByTagName("rect").getLength(); r++) {
            var rect = svg.getElementsByTagName("rect").item(r).getAttributes();
            if (rect.getNamedItem("x") != null) {
                int x = Integer.parseInt(rect.getNamedItem("x").getNodeValue());
                int width = Integer.parseInt(rect.getNamedItem("width").getNodeValue());
                assertThat(width).isNotNegative();
                assertThat(x + width).isLessThanOrEqualTo(WIDTH);
            }
        }
        Xml.parse(drawn(false, clusters));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "<a href=\"x\">&amp;<script>",
                        "\u05e9\u05dc\u05d5\u05dd-1",
                        "\u6771\u4eac".repeat(30),
                        "\ud83d\ude80".repeat(40),
                        "\ud800 alone",
                        "n".repeat(3_000)),
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(60),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(60));
    }
}
