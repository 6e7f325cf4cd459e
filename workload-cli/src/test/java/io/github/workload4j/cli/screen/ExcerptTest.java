package io.github.workload4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static Excerpt excerpt(String line, int column) {
        int hidden = Excerpt.hidden(column);
        int[] points = line.codePoints().skip(hidden).limit(Excerpt.SIZE).toArray();
        return Excerpt.of(new String(points, 0, points.length), hidden, column);
    }

    @Test
    void underlinesTheWordAtTheColumn() {
        assertThat(excerpt("  name: Ranks  # why", 9)).isEqualTo(new Excerpt("  name: Ranks  # why", "        ^~~~~"));
    }

    @Test
    void aNameEndsBeforeItsColon() {
        assertThat(excerpt("polcy: {}", 1).marker()).isEqualTo("^~~~~");
    }

    @Test
    void aQuotedTextIsUnderlinedWhole() {
        assertThat(excerpt("a: \"b c\", d", 4).marker()).isEqualTo("   ^~~~~");
    }

    @Test
    void tabsAreAsWideAsTheyAreShown() {
        Excerpt excerpt = excerpt("a:\tb", 4);
        assertThat(excerpt).isEqualTo(new Excerpt("a:  b", "    ^"));
    }

    @Test
    void charactersOfTwoCellsMoveTheMarkerByTwo() {
        assertThat(excerpt("\u540d\u524d: x", 5).marker()).isEqualTo("      ^");
        assertThat(excerpt("\ud83d\ude80: x", 4).marker()).isEqualTo("    ^");
    }

    @Test
    void accentsOnTheirOwnTakeNoCell() {
        assertThat(excerpt("e\u0301: x", 5).marker()).isEqualTo("   ^");
    }

    @Test
    void nothingOfALineReachesTheScreenAsACommand() {
        assertThat(excerpt("a: \u001b[31mred\u202e", 4).text()).isEqualTo("a: \u00b7[31mred\u00b7");
    }

    @Test
    void ofALongLineOnlyThePartAroundTheColumnIsShown() {
        String line = "w".repeat(500) + " here " + "y".repeat(500);
        Excerpt excerpt = excerpt(line, 502);
        assertThat(excerpt.text())
                .startsWith("...www")
                .contains(" here ")
                .endsWith("yyy...")
                .hasSize(106);
        assertThat(excerpt.marker()).isEqualTo(" ".repeat(excerpt.text().indexOf("here")) + "^~~~");
    }

    @Test
    void aColumnPastTheEndIsMarkedAtTheEnd() {
        assertThat(excerpt("a: \"b", 6).marker()).isEqualTo("     ^");
        assertThat(excerpt("", 1)).isEqualTo(new Excerpt("", "^"));
    }
}
