package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick token source reads a document as the tree of a complete one says it, or declines it. */
class TokenSourcesTest {

    private static final String DECLINED = "declined";
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
            int behind = Math.min(bytes.length, at + (kept == 0 ? 0 : 1));
            byte[] changed =
                    kept == 1 ? new byte[0] : random.nextInt(9) == 0 ? new byte[] {(byte) random.nextInt()} : noise;
            byte[] result = Arrays.copyOf(bytes, at + changed.length + bytes.length - behind);
            System.arraycopy(changed, 0, result, at, changed.length);
            System.arraycopy(bytes, behind, result, at + changed.length, bytes.length - behind);
            bytes = result;
        }
        return bytes;
    }

    /** All that tokens say, with some values passed over. */
    private static String dump(Tokens tokens, Random passing) {
        StringBuilder said = new StringBuilder();
        dump(tokens, passing, said);
        return said.toString();
    }

    private static void dump(Tokens tokens, Random passing, StringBuilder said) {
        said.append(tokens.kind());
        if (passing.nextInt(4) == 0) {
            tokens.pass();
        } else if (tokens.kind() == Tokens.Kind.OBJECT) {
            tokens.enter();
            said.append('{');
            for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                said.append(name).append(':');
                dump(tokens, passing, said);
            }
            said.append('}');
        } else if (tokens.kind() == Tokens.Kind.LIST) {
            tokens.enter();
            said.append('[');
            while (tokens.nextItem()) {
                dump(tokens, passing, said);
            }
            said.append(']');
        } else {
            said.append('(').append(tokens.text()).append(')');
        }
        said.append(' ');
    }

    /** {@return what a quick source says of all documents of a chunk, or that it declines} */
    private static String quick(DocumentTokens tokens, long seed) {
        StringBuilder said = new StringBuilder();
        Random passing = new Random(seed);
        try {
            while (tokens.next()) {
                said.append(dump(tokens, passing));
            }
            return said.toString();
        } catch (Tokens.Declined e) {
            return DECLINED;
        }
    }

    private static @Nullable String complete(Walk.Source source, Limits limits, long seed) {
        StringBuilder said = new StringBuilder();
        Random passing = new Random(seed);
        try {
            TreeBuilder builder = new TreeBuilder(limits, (list, index, item) -> {});
            while (source.step(builder)) {
                Tree root = builder.root();
                if (root != null) {
                    said.append(dump(new TreeTokens(root), passing));
                    builder = new TreeBuilder(limits, (list, index, item) -> {});
                }
            }
            return said.toString();
        } catch (SyntaxFault e) {
            return null;
        }
    }

    private static Chunk chunk(byte[] bytes) {
        return Chunk.of(1, bytes, 0, bytes.length);
    }

    /** The same bytes in pieces too small for a token. */
    private static Chunk pieces(byte[] bytes) {
        Chunk chunk = new Chunk(1);
        chunk.append(new byte[0], 0, 0);
        chunk.append(bytes, 0, bytes.length);
        return chunk;
    }

    private static String jsonBytes(byte[] bytes, Limits limits, long seed) {
        return quick(new JsonBytes(chunk(bytes), limits, new Known()), seed);
    }

    @Property(tries = 3000, seed = "20261125")
    void jsonFromBytesIsTheJsonThatJacksonReads(@ForAll long seed) {
        String json = document(new Random(seed));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(jsonBytes(bytes, Limits.DEFAULT, seed))
                .as(json)
                .isNotEqualTo(DECLINED)
                .isEqualTo(complete(JsonTrees.of(chunk(bytes), Limits.DEFAULT), Limits.DEFAULT, seed));
    }

    @Property(tries = 20_000, seed = "20261125")
    void whatIsTakenForJsonJacksonTakesForTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = mutated(random, document(random));
        Limits limits = new Limits(1 << 20, 1 + random.nextInt(5), 0);
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
        assertThat(quick(new JsonBytes(chunk(bytes), Limits.DEFAULT, new Known()), 1))
                .isEqualTo(DECLINED);
        assertThat(quick(
                        new JsonBytes(
                                chunk(("{\"a\":[" + text + "]}").getBytes(StandardCharsets.UTF_8)),
                                Limits.DEFAULT,
                                new Known()),
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
                    assertThat(jsonBytes(bytes, Limits.DEFAULT, seed)).isEqualTo(DECLINED);
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
        assertThat(quick(new JsonBytes(pieces(bytes), Limits.DEFAULT, new Known()), seed))
                .isNotEqualTo(DECLINED)
                .isEqualTo(jsonBytes(bytes, Limits.DEFAULT, seed));
    }

    private static final String[] KEYS = {
        "a",
        "apiVersion",
        "f:x",
        ".",
        "\"q\"",
        "'q'",
        "k:{\"name\":\"b\"}",
        "on",
        "1",
        "example.com/a",
        "a b",
        "-x",
        "null",
        "<<"
    };
    private static final String[] VALUES = {
        "a",
        "1.10",
        "no",
        "~",
        "\"\"",
        "''",
        "'it''s'",
        "\"a \\\"b\\\" \\n\"",
        "{}",
        "[]",
        "[ ]",
        "a b",
        "http://x:80/",
        "a#b",
        "a # c",
        "a:b",
        "-1",
        "--x",
        "12:30:45",
        "2026-01-02",
        "|",
        "|-",
        "|+",
        ">",
        "\"a\" # c",
        "*a",
        "&a b",
        "!!str 1",
        "{a: 1}",
        "[1, 2]",
        "a: b",
        "x:",
        "'a",
        "a\"b'c",
        "%a",
        "@a",
        "`a",
        "?a",
        "-",
        "- b",
        "0x1F",
        ".inf",
        "\\a",
        "gr\u00fcn",
        "\u00fcber",
        "'\u4e2d'",
        "\"\ud83d\ude00 \\n\"",
        "a # \u00e9"
    };
    private static final String YAML_NOISE = "\n\n\n  \t-:#'\"|{}[]&*!,a1\\\u00e9\u00a0\u0085\u2028\ufeff\u4e2d>?%";

    private static void yaml(Random random, int indent, int depth, StringBuilder text) {
        int count = 1 + random.nextInt(3);
        boolean list = random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            if (text.length() == 0 || text.charAt(text.length() - 1) == '\n') {
                text.append(
                                random.nextInt(12) == 0
                                        ? " ".repeat(random.nextInt(4)) + (random.nextBoolean() ? "# c" : "") + "\n"
                                        : "")
                        .append(" ".repeat(indent));
            }
            text.append(list ? "-" : KEYS[random.nextInt(random.nextInt(20) == 0 ? KEYS.length : 7)] + ":");
            int choice = random.nextInt(depth > 0 ? 5 : 2);
            if (choice < 2) {
                String value = VALUES[random.nextInt(random.nextInt(20) == 0 ? VALUES.length : 24)];
                text.append(random.nextInt(9) == 0 ? "" : " " + value).append("\n");
                if (value.startsWith("|")) {
                    for (int line = random.nextInt(4); line > 0; line--) {
                        text.append(
                                        random.nextInt(4) == 0
                                                ? ""
                                                : " ".repeat(indent + 1 + random.nextInt(3)) + "text # 'x")
                                .append("\n");
                    }
                }
            } else if (list && choice == 2) {
                text.append(" ".repeat(1 + random.nextInt(2)));
                yaml(random, indent + 2, depth - 1, text);
            } else {
                text.append("\n");
                yaml(random, indent + (list ? 2 : random.nextInt(3)), depth - 1, text);
            }
        }
    }

    private static String yamlDocument(Random random) {
        StringBuilder text =
                new StringBuilder(random.nextInt(8) == 0 ? "---\n" : random.nextInt(8) == 0 ? "# c\n" : "");
        text.append(random.nextInt(3) == 0 ? "" : "a:\n");
        yaml(random, text.toString().endsWith("a:\n") ? random.nextInt(3) : 0, 4, text);
        return random.nextInt(9) == 0 ? text.substring(0, text.length() - 1) : text.toString();
    }

    private static byte[] mutatedYaml(Random random, String yaml) {
        StringBuilder text = new StringBuilder(yaml);
        for (int change = random.nextInt(3); change > 0 && text.length() > 0; change--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, YAML_NOISE.charAt(random.nextInt(YAML_NOISE.length())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String yamlBytes(byte[] bytes, Limits limits, long seed) {
        return yamlBytes(chunk(bytes), limits, seed);
    }

    private static String yamlBytes(Chunk chunk, Limits limits, long seed) {
        try {
            YamlBytes tokens = new YamlBytes(chunk, limits, new Known());
            tokens.next();
            String said = dump(tokens, new Random(seed));
            tokens.end();
            return said;
        } catch (Tokens.Declined e) {
            return DECLINED;
        }
    }

    private static boolean requireSameYaml(byte[] bytes, Limits limits, long seed) {
        String quick = yamlBytes(bytes, limits, seed);
        if (!quick.equals(DECLINED)) {
            YamlTrees trees = YamlTrees.of(chunk(bytes), Set.of());
            assertThat(quick)
                    .as("<<" + new String(bytes, StandardCharsets.UTF_8) + ">>")
                    .isEqualTo(complete(trees, limits, seed));
            assertThat(trees.extra()).isNull();
        }
        return !quick.equals(DECLINED);
    }

    @Property(tries = 15_000, seed = "20261125")
    void whatIsTakenForYamlSnakeYamlTakesForTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = mutatedYaml(random, yamlDocument(random));
        Limits limits = new Limits(1 << 20, 1 + random.nextInt(12), 0);
        Statistics.label("taken").collect(requireSameYaml(bytes, limits, seed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nmembers:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    labels: {}\n    name: a\n- kind: Pod\nkind: List\nmetadata:\n  resourceVersion: \"\"\n",
                "a:\n  b: |\n    one\n\n      two\n    three\n\n  c: d",
                "a:\n- - b\n  - c\n- d: e\n  f:\n  - g\n",
                "# c\na: b # c\n  # c\nc:\n  # c\n  d: 'e'\n",
                "---\na:\nb:\n- \n-\n",
                "a:\n- f:metadata:\n    f:labels:\n      .: {}\n      k:{\"name\":\"b\"}: {}\n",
                "a: |-\n x\nb: |+\n x\n\nc: |\n x\n\n"
            })
    void theYamlThatKubectlPrintsIsTaken(String yaml) {
        assertThat(requireSameYaml(yaml.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT, 1))
                .isTrue();
    }

    @Property(tries = 60, seed = "20261125")
    void yamlInPiecesIsTheSameYaml(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder yaml = new StringBuilder("b:\n");
        while (yaml.length() < 300_000) {
            yaml.append("- a: ")
                    .append("x".repeat(random.nextInt(20) == 0 ? random.nextInt(150_000) : random.nextInt(200)))
                    .append("\n  c: |\n");
            for (int line = random.nextInt(100); line > 0; line--) {
                yaml.append("    line").append(line).append("\n");
            }
            yaml.append("    end\n  d: [] # c\n");
        }
        byte[] bytes = yaml.substring(0, yaml.length() - random.nextInt(2)).getBytes(StandardCharsets.UTF_8);
        assertThat(yamlBytes(pieces(bytes), Limits.DEFAULT, seed))
                .isNotEqualTo(DECLINED)
                .isEqualTo(yamlBytes(bytes, Limits.DEFAULT, seed));
    }
}
