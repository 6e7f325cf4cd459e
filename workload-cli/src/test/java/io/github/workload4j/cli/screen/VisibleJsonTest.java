package io.github.workload4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class VisibleJsonTest {

    private static String json(String value) {
        StringWriter out = new StringWriter();
        try (JsonLines json = new JsonLines(out)) {
            json.field("name", value);
        }
        return out.toString();
    }

    @Test
    void whatATerminalObeysIsSpelledOut() {
        assertThat(json("a\u007f\u009b2J\u202eb\u200f\u2028\ufeff\u00ad"))
                .isEqualTo("{\"name\":\"a\\u007f\\u009b2J\\u202eb\\u200f\\u2028\\ufeff\\u00ad\"}\n");
    }

    @Test
    void everyCharacterIsReadBackAsItWas() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0x10FFFF; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.appendCodePoint(c);
            }
        }
        String json = json(all.toString());
        assertThat(mapper.readTree(json).get("name").textValue()).isEqualTo(all.toString());
        assertThat(json.codePoints().filter(c -> c != '\n').filter(Character::isISOControl))
                .isEmpty();
    }

    @Test
    void lettersOfAllScriptsStayAsTheyAre() {
        assertThat(json("größer ≥ 名前 \ud83d\ude00")).isEqualTo("{\"name\":\"größer ≥ 名前 \ud83d\ude00\"}\n");
    }
}
