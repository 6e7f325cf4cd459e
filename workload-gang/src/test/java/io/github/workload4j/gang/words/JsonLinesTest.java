package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

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
    void everyCharacterIsReadBackAsItWas() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0x10FFFF; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.appendCodePoint(c);
            }
        }
        String json = json(all.toString());
        assertThat(read(json)).isEqualTo(all.toString());
        assertThat(json.codePoints().filter(c -> c != '\n').filter(Character::isISOControl))
                .isEmpty();
    }

    /** Reads the only field of an object. */
    private static String read(String json) {
        StringBuilder text = new StringBuilder();
        String escaped = json.substring("{\"name\":\"".length(), json.length() - "\"}\n".length());
        for (int at = 0; at < escaped.length(); at++) {
            char c = escaped.charAt(at);
            if (c != '\\') {
                text.append(c);
            } else if (escaped.charAt(++at) == 'u') {
                text.append((char) Integer.parseInt(escaped.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                int known = "bfnrt".indexOf(escaped.charAt(at));
                text.append(known < 0 ? escaped.charAt(at) : "\b\f\n\r\t".charAt(known));
            }
        }
        return text.toString();
    }

    @Test
    void itemsOfTheOuterListsStandOnLinesOfTheirOwn() {
        StringWriter out = new StringWriter();
        try (JsonLines json = new JsonLines(out)) {
            json.startList("groups")
                    .startObject(null)
                    .texts("pods", List.of("a", "b"))
                    .endObject();
            json.startObject(null).field("count", 2).endObject().endList().texts("warnings", List.of());
        }
        assertThat(out).hasToString("{\"groups\":[\n{\"pods\":[\"a\",\"b\"]},\n{\"count\":2}\n],\"warnings\":[]}\n");
    }

    @Test
    void lettersOfAllScriptsStayAsTheyAre() {
        String text = "größer ≥ 名前 \ud83d\ude00";
        assertThat(json(text)).isEqualTo("{\"name\":\"" + text + "\"}\n");
    }
}
