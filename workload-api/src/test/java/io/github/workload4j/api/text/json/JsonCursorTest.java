package io.github.workload4j.api.text.json;

import static io.github.workload4j.api.text.CursorDump.DECLINED;
import static io.github.workload4j.api.text.CursorDump.chunk;
import static io.github.workload4j.api.text.CursorDump.complete;
import static io.github.workload4j.api.text.CursorDump.pieces;
import static io.github.workload4j.api.text.CursorDump.quick;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.wire.Interner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON read from its bytes is what Jackson reads, or is declined. */
class JsonCursorTest {

    private static final String[] STRINGS = {
        "\"\"",
        "\"a\"",
        "\"12345678\"",
        "\"a text of more than sixteen bytes\"",
        "\"\\n\\t\\\"\\\\\\/\\b\\f\\r\"",
        "\"\\u00e9\\ud83d\\ude00\"",
        "\"gr\u00fcn\"",
        "\"\ud83d\ude00\"",
        "\"\\ud83d\"",
        "\"a\\u0041\"",
        "\"" + "long ".repeat(40) + "\""
    };
    private static final String[] NAMES = {
        "\"\"",
        "\"a\"",
        "\"a name of more than sixteen bytes\"",
        "\"k:{\\\"name\\\":7}\"",
        "\"gr\u00fcn\"",
        "\"\ud83d\ude00\""
    };
    private static final String[] SCALARS = {
        "0",
        "-0",
        "7",
        "-12",
        "1.5",
        "1e3",
        "-1.25E-2",
        "12345678901234567890",
        "true",
        "false",
        "null",
        "{}",
        "[]",
        "[ ]",
        "{\n}"
    };
    private static final String NOISE = "{}[]\",:\\/ \n\t\u0001 tfnu0123456789eE+-.\u00e9#'";

    private static String json(Random random, int depth) {
        int choice = random.nextInt(depth > 0 ? 6 : 3);
        String blank = random.nextInt(4) == 0 ? "\n" + " ".repeat(random.nextInt(20)) : "";
        StringBuilder text = new StringBuilder();
        if (choice < 2) {
            return STRINGS[random.nextInt(STRINGS.length)];
        }
        if (choice == 2) {
            return SCALARS[random.nextInt(SCALARS.length)];
        }
        boolean object = choice < 5;
        text.append(object ? '{' : '[');
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(blank);
            text.append(object ? NAMES[random.nextInt(NAMES.length)] + blank + ":" : "")
                    .append(json(random, depth - 1));
        }
        return text.append(blank).append(object ? '}' : ']').toString();
    }

    private static String document(Random random) {
        String one = "{\"a\":" + json(random, 4) + "}";
        return random.nextInt(4) == 0 ? one + "\n" + document(random) : one;
    }

    private static byte[] mutated(Random random, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(bytes.length);
            byte[] noise = NOISE.substring(random.nextInt(NOISE.length()))
                    .substring(0, 1)
                    .getBytes(StandardCharsets.UTF_8);
            int kept = random.nextInt(3);
            int after = Math.min(bytes.length, at + (kept == 0 ? 0 : 1));
            byte[] changed =
                    kept == 1 ? new byte[0] : random.nextInt(9) == 0 ? new byte[] {(byte) random.nextInt()} : noise;
            byte[] result = Arrays.copyOf(bytes, at + changed.length + bytes.length - after);
            System.arraycopy(changed, 0, result, at, changed.length);
            System.arraycopy(bytes, after, result, at + changed.length, bytes.length - after);
            bytes = result;
        }
        return bytes;
    }

    private static String jsonBytes(byte[] bytes, TreeLimits limits, long seed) {
        return quick(new JsonCursor(chunk(bytes), limits.depth(), new Interner()), seed);
    }

    @Property(tries = 3000, seed = "20261125")
    void jsonFromBytesIsTheJsonThatJacksonReads(@ForAll long seed) {
        String json = document(new Random(seed));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(jsonBytes(bytes, TreeLimits.DEFAULT, seed))
                .as(json)
                .isNotEqualTo(DECLINED)
                .isEqualTo(complete(JsonTrees.of(chunk(bytes), TreeLimits.DEFAULT), TreeLimits.DEFAULT, seed));
    }

    @Property(tries = 20_000, seed = "20261125")
    void whatIsTakenForJsonJacksonTakesForTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = mutated(random, document(random));
        TreeLimits limits = new TreeLimits(1 + random.nextInt(5), 0);
        String quick = jsonBytes(bytes, limits, seed);
        if (!quick.equals(DECLINED)) {
            assertThat(quick)
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(complete(JsonTrees.of(chunk(bytes), limits), limits, seed));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":1x}",
                "{\"a\":tru}",
                "{\"a\":truex}",
                "{\"a\":NaN}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "1,",
                ",1",
                "1 2",
                "{\"a\":1 \"b\":2}",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "\"a",
                "{\"a\":[1}",
                "{\"a\":1]",
                "/*c*/{}",
                "{}\u00a0",
                "\u0000",
                "]",
                "}",
                ",",
                ":"
            })
    void whatIsNoJsonIsDeclined(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(quick(new JsonCursor(chunk(bytes), TreeLimits.DEFAULT.depth(), new Interner()), 1))
                .isEqualTo(DECLINED);
        assertThat(quick(
                        new JsonCursor(
                                chunk(("{\"a\":[" + text + "]}").getBytes(StandardCharsets.UTF_8)),
                                TreeLimits.DEFAULT.depth(),
                                new Interner()),
                        3))
                .isEqualTo(DECLINED);
    }

    @Test
    void bytesThatAreNotUtf8AreDeclinedEvenWhereTheyArePassedOver() {
        for (byte[] bad : List.of(
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xFF})) {
            for (String around : List.of("{\"\":1}", "{\"a\":\"\"}", "[[\"\"]]")) {
                byte[] json = around.getBytes(StandardCharsets.UTF_8);
                int at = around.indexOf("\"\"") + 1;
                byte[] bytes = new byte[json.length + bad.length];
                System.arraycopy(json, 0, bytes, 0, at);
                System.arraycopy(bad, 0, bytes, at, bad.length);
                System.arraycopy(json, at, bytes, at + bad.length, json.length - at);
                for (long seed = 0; seed < 8; seed++) {
                    assertThat(jsonBytes(bytes, TreeLimits.DEFAULT, seed)).isEqualTo(DECLINED);
                }
            }
        }
    }

    @Property(tries = 60, seed = "20261125")
    void jsonInPiecesIsTheSameJson(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder("{\"a\":[0");
        while (json.length() < 300_000) {
            json.append(",")
                    .append(
                            random.nextInt(50) == 0
                                    ? "\"" + "x".repeat(random.nextInt(200_000)) + "\""
                                    : json(random, 4));
        }
        byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(quick(new JsonCursor(pieces(bytes), TreeLimits.DEFAULT.depth(), new Interner()), seed))
                .isNotEqualTo(DECLINED)
                .isEqualTo(jsonBytes(bytes, TreeLimits.DEFAULT, seed));
    }
}
