package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void underlinesTheWordAtTheColumn() {
        assertThat(Excerpt.of("  name: Ranks  # why", 9))
                .isEqualTo(new Excerpt("  name: Ranks  # why", "        ^~~~~"));
    }

    @Test
    void aNameEndsBeforeItsColon() {
        assertThat(Excerpt.of("polcy: {}", 1).marker()).isEqualTo("^~~~~");
    }

    @Test
    void aQuotedTextIsUnderlinedWhole() {
        assertThat(Excerpt.of("a: \"b c\", d", 4).marker()).isEqualTo("   ^~~~~");
    }

    @Test
    void tabsAreAsWideAsTheyAreShown() {
        Excerpt excerpt = Excerpt.of("a:\tb", 4);
        assertThat(excerpt).isEqualTo(new Excerpt("a:  b", "    ^"));
    }

    @Test
    void charactersOfTwoCellsMoveTheMarkerByTwo() {
        assertThat(Excerpt.of("\u540d\u524d: x", 5).marker()).isEqualTo("      ^");
        assertThat(Excerpt.of("\ud83d\ude80: x", 4).marker()).isEqualTo("    ^");
    }

    @Test
    void accentsOnTheirOwnTakeNoCell() {
        assertThat(Excerpt.of("e\u0301: x", 5).marker()).isEqualTo("   ^");
    }

    @Test
    void nothingOfALineReachesTheScreenAsACommand() {
        assertThat(Excerpt.of("a: \u001b[31mred\u202e", 4).text()).isEqualTo("a: \u00b7[31mred\u00b7");
    }

    @Test
    void ofALongLineOnlyThePartAroundTheColumnIsShown() {
        String line = "w".repeat(500) + " here " + "y".repeat(500);
        Excerpt excerpt = Excerpt.of(line, 502);
        assertThat(excerpt.text())
                .startsWith("...www")
                .contains(" here ")
                .endsWith("yyy...")
                .hasSize(106);
        assertThat(excerpt.marker()).isEqualTo(" ".repeat(excerpt.text().indexOf("here")) + "^~~~");
    }

    @Test
    void aColumnPastTheEndIsMarkedAtTheEnd() {
        assertThat(Excerpt.of("a: \"b", 6).marker()).isEqualTo("     ^");
        assertThat(Excerpt.of("", 1)).isEqualTo(new Excerpt("", "^"));
    }
}
