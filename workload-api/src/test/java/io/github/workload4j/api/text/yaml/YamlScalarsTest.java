package io.github.workload4j.api.text.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.wire.PackedPosition;
import org.junit.jupiter.api.Test;

class YamlScalarsTest {

    private static String meaning(String plain) throws SyntaxFault {
        Tree.Scalar scalar = YamlScalars.plain(plain, PackedPosition.of(1, 1));
        return scalar.type() + " " + scalar.text();
    }

    @Test
    void plainTextMeansWhatTheReferenceReaderTakesItFor() throws SyntaxFault {
        assertThat(meaning("on")).isEqualTo("BOOLEAN true");
        assertThat(meaning("n")).isEqualTo("BOOLEAN false");
        assertThat(meaning("~")).isEqualTo("NULL ");
        assertThat(meaning("017")).isEqualTo("INTEGER 15");
        assertThat(meaning("1_000")).isEqualTo("INTEGER 1000");
        assertThat(meaning("0x1F")).isEqualTo("INTEGER 31");
        assertThat(meaning("1.50")).isEqualTo("FLOAT 1.5");
        assertThat(meaning("2026-01-02")).isEqualTo("TEXT 2026-01-02");
        assertThat(meaning("12:30:45")).isEqualTo("TEXT 12:30:45");
        assertThat(meaning("nobody")).isEqualTo("TEXT nobody");
    }

    @Test
    void aNumberThatJsonCannotHoldIsRefused() {
        assertThatThrownBy(() -> meaning(".inf"))
                .isInstanceOf(SyntaxFault.class)
                .hasMessageContaining("JSON cannot hold");
        assertThatThrownBy(() -> meaning("1e999"))
                .isInstanceOf(SyntaxFault.class)
                .hasMessageContaining("JSON cannot hold");
    }
}
