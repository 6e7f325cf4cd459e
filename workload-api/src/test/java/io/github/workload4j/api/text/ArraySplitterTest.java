package io.github.workload4j.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ArraySplitterTest {

    private static List<String> cuts(DocumentSplitter splitter) throws IOException {
        List<String> cuts = new ArrayList<>();
        for (DocumentSplitter.Cut cut = splitter.next(); cut != null; cut = splitter.next()) {
            String text = new String(cut.chunk().open().readAllBytes(), StandardCharsets.UTF_8);
            cuts.add(cut.chunk().firstLine() + " " + cut.badSeparator() + " " + cut.tooLarge() + " " + text);
        }
        return cuts;
    }

    @Property(tries = 2000)
    void cutsAnArrayAsAStreamOfTheSameBytesIsCut(@ForAll @Size(max = 12) List<@From("pieces") String> pieces)
            throws IOException {
        byte[] bytes = String.join("", pieces).getBytes(StandardCharsets.UTF_8);
        assertThat(cuts(new ArraySplitter(bytes, 1 << 20)))
                .isEqualTo(cuts(StreamSplitter.of(new ByteArrayInputStream(bytes), 1 << 20)));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("---", "-", "\n", "\r\n", " ", "a: 1", "# note", "\n---\n", "--- x\n");
    }

    @Test
    void aLineOfThreeDashesSeparates() throws IOException {
        byte[] bytes = "a: 1\n---\nb: 2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(cuts(new ArraySplitter(bytes, 1 << 20)))
                .containsExactly("1 null false a: 1\n", "3 null false b: 2\n");
    }
}
