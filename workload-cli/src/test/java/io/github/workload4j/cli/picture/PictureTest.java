package io.github.workload4j.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {

    private static final int TWO_MEGABYTES = 2_000_000;

    private static Sketch all() {
        return Sketch.cluster(120)
                .running("busy", "node-32", 30)
                .gang("fits", 4, 4, 4, 2, Sketch.RACK)
                .gang("gated", 9, 4, 4, 2, null)
                .gang("infeasible", 80, 80, 4, 8, Sketch.ZONE);
    }

    @Test
    void anSvgSaysItsVerdictsInItsTitle() {
        Document svg = Xml.parse(all().svg());
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(Xml.texts(svg, "title").get(0))
                .isEqualTo("3 groups on 120 nodes: 1 fits, 1 does not fit, 1 may not be tried yet");
        assertThat(Xml.texts(svg, "desc").get(0))
                .contains(
                        "ml/fits fits. All 4 pending pods can run together, on node-",
                        "ml/gated may not be tried yet. 4 of 9 pods exist")
                .contains("ml/infeasible does not fit. 80 pods must run together");
    }

    @Test
    void everyNodeHasATextOfItsOwn() {
        List<String> titles = Xml.texts(Xml.parse(all().svg()), "title");
        assertThat(titles).anySatisfy(title -> assertThat(title).startsWith("node-32\n30 of 32 cores in use"));
        assertThat(titles).anySatisfy(title -> assertThat(title).contains("4 x fits-* placed here"));
    }

    @Test
    void aPageHasTheNumbersInTables() {
        Document page = Xml.parse(all().html());
        assertThat(Xml.texts(page, "h2")).map(String::strip).contains("ml/infeasible does not fit");
        assertThat(Xml.texts(page, "th")).contains("the cluster", "zone a", "rack a-r9", "ml/fits-0");
        assertThat(Xml.texts(page, "td")).contains("64 of 64", "1,280 of 1,280 cores", " feasible");
    }

    @Test
    void anExplainedPictureHasARowForEachDomainListed() {
        Sketch sketch = Sketch.cluster(240).gang("train", 40, 40, 4, 2, Sketch.RACK);
        List<String> texts = Xml.texts(Xml.parse(Sketch.text(sketch.explained()::writeSvg)), "text");
        assertThat(texts)
                .contains(
                        "How many of the pods that are needed fit in one example.com/rack, best first",
                        "32 of 40, 8 missing")
                .contains("64 GPU free, 80 needed, up to 8 on one node", "and 22 more domains without room for any");
        assertThat(Xml.texts(Xml.parse(sketch.svg()), "text")).doesNotContain("32 of 40, 8 missing");
        assertThat(Xml.texts(Xml.parse(Sketch.text(sketch.explained()::writeHtml)), "th"))
                .contains("What is short");
    }

    @Test
    void aPictureNeedsNothingElse() {
        for (String text : List.of(all().svg(), all().html())) {
            String without = text.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", "");
            assertThat(without).doesNotContain("http:", "https:", "<script", "@import", "src=", "<image", "<link");
            assertThat(without.replace("url(#", "")).doesNotContain("url(");
        }
    }

    @Test
    void theSameQuestionGivesTheSameBytes() {
        assertThat(all().svg()).isEqualTo(all().svg());
        assertThat(all().html()).isEqualTo(all().html());
    }

    @Test
    void fifteenThousandNodesAndManyGroupsStayBelowTwoMegabytes() {
        Sketch sketch = Sketch.cluster(15_000).steps(1);
        for (int g = 0; g < 5; g++) {
            sketch.gang("gang-" + g, 400, 400, 4, 0, g % 3 == 0 ? Sketch.RACK : null);
        }
        Picture picture = sketch.picture();
        String svg = Sketch.text(picture::writeSvg);
        assertThat(svg).hasSizeBetween(500_000, TWO_MEGABYTES).contains("gang-4");
        assertThat(Sketch.text(picture::writeHtml)).hasSizeLessThan(TWO_MEGABYTES);
        Xml.parse(svg);
    }

    @Test
    void hundredsOfGroupsAreCountedEvenIfNotAllAreShown() {
        Sketch sketch = Sketch.cluster(240);
        for (int g = 0; g < 200; g++) {
            sketch.gang("gang-" + g, 1, 1, 1, 0, null);
        }
        assertThat(sketch.svg())
                .hasSizeLessThan(TWO_MEGABYTES)
                .contains("200 groups on 240 nodes: 200 fit")
                .contains("and 140 more groups, not shown");
    }

    @Test
    void whereNothingWaitsThatIsSaid() {
        assertThat(Xml.texts(Xml.parse(Sketch.cluster(3).svg()), "title")).containsExactly("No group waits on 3 nodes");
        Xml.parse(Sketch.cluster(3).html());
    }

    @Property(tries = 50, seed = "20261126")
    void noNameBreaksAPicture(
            @ForAll("hostile") String node, @ForAll("hostile") String rack, @ForAll("hostile") String group) {
        Sketch sketch = new Sketch()
                .node(node, "z", rack, 8, 0)
                .node("other", rack, "r", 8, 1)
                .gang(group, 2, 2, 4, 0, Sketch.RACK)
                .gang(group + "2", 9, 9, 4, 0, null);
        Document svg = Xml.parse(sketch.svg());
        Document page = Xml.parse(sketch.html());
        if (node.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            assertThat(Xml.texts(svg, "title")).anyMatch(title -> title.startsWith(node + "\n"));
            assertThat(Xml.texts(page, "title")).anyMatch(title -> title.startsWith(node + "\n"));
        }
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()
                        + page.getDocumentElement().getTextContent())
                .doesNotContain("\u202e", "\u2028", "\u0000", "\u001b", "\r", "\ufffe");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "<script>alert(1)</script>",
                        "\"/><svg onload='x'>",
                        "a&b;&#60;",
                        "]]>--><!--",
                        "x\u0000y\u001b[31m\r\nz",
                        "\u202egnp.exe",
                        "\ud800 alone",
                        "\ud83d\ude80\ufffe\uffff",
                        "n".repeat(3_000)),
                Arbitraries.strings()
                        .withChars("<>&\"'/= -\t\n]")
                        .ofMinLength(1)
                        .ofMaxLength(20),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(30));
    }
}
