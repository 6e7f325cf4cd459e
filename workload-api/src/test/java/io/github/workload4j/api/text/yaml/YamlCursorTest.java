package io.github.workload4j.api.text.yaml;

import static io.github.workload4j.api.text.CursorDump.DECLINED;
import static io.github.workload4j.api.text.CursorDump.chunk;
import static io.github.workload4j.api.text.CursorDump.complete;
import static io.github.workload4j.api.text.CursorDump.dump;
import static io.github.workload4j.api.text.CursorDump.pieces;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.text.Chunk;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.Interner;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** YAML read from its bytes is what SnakeYAML reads, or is declined. */
class YamlCursorTest {

    private static final String[] KEYS = {
        "a",
        "apiVersion",
        "f:x",
        ".",
        "\"q\"",
        "'q'",
        "k:{\"name\":\"b\"}",
        "gr\u00fcn",
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
        "[a, \"b\",'c' ]",
        "[ 1,no, --x, http://x:80/ ] # c",
        "[a]",
        "\"\\x41\\u00e9\\r\"",
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
        "a # \u00e9",
        "[a, ]",
        "[,]",
        "[gr\u00fcn, a]",
        "[a: b, c]",
        "[a, [b]]",
        "[a:b, c:]",
        "[-, -a, a#b, a?, ?a]",
        "[a,\n b]",
        "\"\\ud83d\\ude00\"",
        "\"\\u12\"",
        "\"\\0\""
    };
    private static final String YAML_NOISE = "\n\n\n\r  \t-:#'\"|{}[]&*!,a1\\\u00e9\u00a0\u0085\u2028\ufeff\u4e2d>?%";

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
            text.append(list ? "-" : KEYS[random.nextInt(random.nextInt(20) == 0 ? KEYS.length : 8)] + ":");
            int choice = random.nextInt(depth > 0 ? 5 : 2);
            if (choice < 2) {
                String value = VALUES[random.nextInt(random.nextInt(20) == 0 ? VALUES.length : 28)];
                text.append(random.nextInt(9) == 0 ? random.nextBoolean() ? "" : "  # c" : " " + value)
                        .append("\n");
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
        String yaml = random.nextInt(9) == 0 ? text.substring(0, text.length() - 1) : text.toString();
        return random.nextInt(5) == 0 ? yaml.replace("\n", "\r\n") : yaml;
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

    private static String yamlBytes(byte[] bytes, TreeLimits limits, long seed) {
        return yamlBytes(chunk(bytes), limits, seed);
    }

    private static String yamlBytes(Chunk chunk, TreeLimits limits, long seed) {
        try {
            YamlCursor cursor = new YamlCursor(chunk, limits.depth(), new Interner());
            cursor.next();
            String said = dump(cursor, new Random(seed));
            cursor.end();
            return said;
        } catch (Cursor.Declined e) {
            return DECLINED;
        }
    }

    /** The same over SnakeYAML's events. */
    @Property(tries = 3_000, seed = "20261125")
    void soAreSnakeYamlsEvents(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = mutatedYaml(random, yamlDocument(random));
        TreeLimits limits = new TreeLimits(1 + random.nextInt(12), 0);
        String said;
        try {
            SnakeYamlCursor cursor = new SnakeYamlCursor(chunk(bytes), limits.depth(), new Interner());
            cursor.next();
            said = dump(cursor, new Random(seed));
            cursor.end();
        } catch (Cursor.Declined e) {
            throw new TestAbortedException("declined, so read another way", e);
        }
        assertThat(said)
                .as("<<" + new String(bytes, StandardCharsets.UTF_8) + ">>")
                .isEqualTo(complete(YamlTrees.of(chunk(bytes), Set.of()), limits, seed));
    }

    private static boolean requireSameYaml(byte[] bytes, TreeLimits limits, long seed) {
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
        TreeLimits limits = new TreeLimits(1 + random.nextInt(12), 0);
        Statistics.label("taken").collect(requireSameYaml(bytes, limits, seed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nmembers:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    labels: {}\n    name: a\n"
                        + "- kind: Pod\nkind: List\nmetadata:\n  resourceVersion: \"\"\n",
                "a:\n  b: |\n    one\n\n      two\n    three\n\n  c: d",
                "a:\n- - b\n  - c\n- d: e\n  f:\n  - g\n",
                "# c\na: b # c\n  # c\nc:\n  # c\n  d: 'e'\n",
                "---\na:\nb:\n- \n-\n",
                "a:\n- f:metadata:\n    f:labels:\n      .: {}\n      k:{\"name\":\"b\"}: {}\n",
                "a: |-\n x\nb: |+\n x\n\nc: |\n x\n\n",
                "command: [\"python\", 'a b', --rank=1, 7]\nargs: [a] # c\n",
                "a:   # c\n  b: # c\n  - # c\n    c: d\n",
                "a: \"gr\\u00fcn\\x41\\r\"\n",
                "a:\r\n- b: c # d\r\n  d: |\r\n    e\r\n\r\n    f\r\n"
            })
    void theYamlThatKubectlPrintsIsTaken(String yaml) {
        assertThat(requireSameYaml(yaml.getBytes(StandardCharsets.UTF_8), TreeLimits.DEFAULT, 1))
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
        assertThat(yamlBytes(pieces(bytes), TreeLimits.DEFAULT, seed))
                .isNotEqualTo(DECLINED)
                .isEqualTo(yamlBytes(bytes, TreeLimits.DEFAULT, seed));
    }
}
