package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final String ROCKET = "\ud83d\ude80";

    @Test
    void charactersTakeNoneOneOrTwoCells() {
        assertThat(Stream.of("a", "\u00e9", "e\u0301", "\u96c6", ROCKET, "\u2705", "\u2713", "")
                        .map(Cells::of))
                .containsExactly(1, 1, 1, 2, 2, 2, 1, 0);
        assertThat(Cells.widest(Stream.of("abc", "\u96c6\u96c6"))).isEqualTo(4);
        assertThat(Cells.widest(Stream.of())).isZero();
    }

    @Test
    void textsArePaddedToCells() {
        assertThat(Stream.of("abc", "\u96c6", "abcdef").map(text -> Cells.padded(text, 4)))
                .containsExactly("abc ", "\u96c6  ", "abcdef");
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Stream.of(3, 2, 1, 0).map(cells -> Cells.cut("a" + ROCKET + "b", cells)))
                .containsExactly("a" + ROCKET, "a", "a", "");
        assertThat(Cells.cut("ab", 2)).isEqualTo("ab");
    }

    @Test
    void linesAreBrokenByCells() {
        String wide = "\u96c6".repeat(24);
        assertThat(Lines.wrapped(wide + " " + wide + " " + wide, " ", "  "))
                .isEqualTo(List.of("  " + wide + " " + wide, "  " + wide));
    }
}
