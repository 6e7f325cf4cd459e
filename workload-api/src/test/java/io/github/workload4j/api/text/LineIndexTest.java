package io.github.workload4j.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineIndexTest {

    private static LineIndex index(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LineIndex(Chunk.of(7, bytes, 0, bytes.length));
    }

    @Example
    void linesCountFromTheFirstOfTheChunk() {
        LineIndex index = index("a\r\n\nbc");
        assertThat(index.line(7)).isEqualTo("a");
        assertThat(index.line(8)).isEmpty();
        assertThat(index.line(9)).isEqualTo("bc");
    }

    @Example
    void whatIsNotInTheChunkIsEmpty() {
        assertThat(index("a\n").line(6)).isEmpty();
        assertThat(index("a\n").line(9)).isEmpty();
        assertThat(index("").line(7)).isEmpty();
        assertThat(index("abc").part(7, 4, 1)).isEmpty();
    }

    @Example
    void partsCountInCodePoints() {
        assertThat(index("\ud83d\ude80\u540db").part(7, 2, 1)).isEqualTo("\u540d");
        assertThat(index("\ud83d\ude80\u540db").part(7, 1, 2)).isEqualTo("\ud83d\ude80\u540d");
    }

    @Example
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(index("\ufeffabc").part(7, 1, 2)).isEqualTo("ab");
    }

    @Property(tries = 200, seed = "1")
    void partsOfLongAndShortLinesAreThoseOfTheText(
            @ForAll @IntRange(min = 1, max = 30_000) int size,
            @ForAll @IntRange(min = 1, max = 9_000) int every,
            @ForAll @IntRange(min = 0, max = 40) int line,
            @ForAll @IntRange(min = 1, max = 9_000) int from,
            @ForAll @IntRange(min = 0, max = 5_000) int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= size; i++) {
            text.append(i % every == 0 ? "\n" : i % 7 == 0 ? "\ud83d\ude80" : "" + (char) ('a' + i % 26));
        }
        String[] lines = text.toString().split("\n", -1);
        String whole = line < lines.length ? lines[line] : "";
        int[] points = whole.codePoints().skip(from - 1).limit(most).toArray();
        LineIndex index = index(text.toString());
        assertThat(index.line(7 + line)).isEqualTo(whole);
        assertThat(index.part(7 + line, from, most)).isEqualTo(new String(points, 0, points.length));
    }
}
