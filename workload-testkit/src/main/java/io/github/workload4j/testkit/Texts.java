package io.github.workload4j.testkit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary texts: well-formed names of every format, and texts that make a reader of YAML or JSON err. */
public final class Texts {

    private static final List<String> TRICKY = List.of(
            "",
            " ",
            "  a",
            "a ",
            "a  b",
            "yes",
            "No",
            "ON",
            "off",
            "y",
            "n",
            "true",
            "False",
            "null",
            "Null",
            "~",
            "1.10",
            "010",
            "0o17",
            "0x1F",
            "0b11",
            "1_000",
            "1:30",
            "12:30:45",
            "1e3",
            "12e03",
            "4.0",
            "-1",
            "+1",
            "-",
            "- a",
            "--- a",
            "---",
            "...",
            "?",
            "? a",
            ":",
            "a:",
            ":a",
            "a: b",
            "a:b",
            "a :b",
            "a #b",
            "#a",
            "a#b",
            "a\tb",
            "\ta",
            "a\n",
            "\n",
            "a\nb",
            "a\r\nb",
            "\r",
            "'",
            "\"",
            "it's",
            "\"a\"",
            "a\"b",
            "\\",
            "a\\nb",
            "*a",
            "&a",
            "!a",
            "!!str a",
            "|",
            ">",
            "|-\n  a",
            "%YAML 1.2",
            "@a",
            "`a`",
            "{",
            "}",
            "{}",
            "[",
            "]",
            "[]",
            "{a: b}",
            "[a, b]",
            ",",
            "a, b",
            "=",
            "<<",
            ".",
            "..",
            ".5",
            "5.",
            ".inf",
            "-.INF",
            ".nan",
            "NaN",
            "Infinity",
            "2026-01-02",
            "2026-01-02T03:04:05Z",
            "2026-01-02 03:04:05",
            "\u0000",
            "\u0007",
            "\u001b[0m",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u00ad",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\ufeffa",
            "\ufffe",
            "\uffff",
            "\ufffd",
            "gr\u00f6\u00dfe",
            "\u65e5\u672c",
            "\ud83d\ude00",
            "e\u0301",
            "\u202eabc",
            "0",
            "00",
            "08",
            "1e",
            "e1",
            "0x",
            "0.",
            "1.2.3",
            "1e400",
            "0o8",
            "9223372036854775808",
            "kind",
            "apiVersion",
            "a/b",
            "a=b",
            "registry.example/a:1.0@sha256:0",
            "$(A)",
            "50%",
            "a*b",
            "a & b");

    private Texts() {}

    /**
     * {@return DNS labels: at most 63 lower-case letters, digits and dashes; many of them words that YAML takes for
     * something else}
     */
    public static Arbitrary<String> labels() {
        Arbitrary<String> words = Arbitraries.of(
                "a",
                "b",
                "c",
                "leader",
                "ranks",
                "workers",
                "ps",
                "a-b",
                "b-c",
                "0",
                "1",
                "007",
                "on",
                "no",
                "y",
                "null",
                "true",
                "1e3",
                "0x1f",
                "0b1",
                "0o7",
                "2026-01-02",
                "1-2",
                "x".repeat(63));
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(63)
                .map(text -> endsReplaced(text, '-'));
        return Arbitraries.frequencyOf(Tuple.of(4, words), Tuple.of(1, any));
    }

    /** {@return DNS subdomains: at most 253 characters, labels joined by dots} */
    public static Arbitrary<String> subdomains() {
        Arbitrary<String> dotted = labels().list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join(".", parts));
        String longest = String.join(".", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61));
        return Arbitraries.frequencyOf(
                Tuple.of(20, labels()), Tuple.of(8, dotted), Tuple.of(1, Arbitraries.just(longest)));
    }

    /** {@return keys of labels, with and without a prefix} */
    public static Arbitrary<String> labelKeys() {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(
                        3, Arbitraries.of("app", "rack", "zone", "Rack", "y", "1.10", "a_b", "topology.kubernetes.io")),
                Tuple.of(1, labelValues().filter(value -> !value.isEmpty())));
        Arbitrary<String> prefixes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("example.com/", "kubernetes.io/")),
                Tuple.of(1, subdomains().map(s -> s + "/")));
        return Arbitraries.frequencyOf(
                Tuple.of(1, names),
                Tuple.of(1, Combinators.combine(prefixes, names).as(String::concat)));
    }

    /** {@return values of labels, the empty one too} */
    public static Arbitrary<String> labelValues() {
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('-', '_', '.')
                .ofMinLength(1)
                .ofMaxLength(63)
                .map(text -> endsReplaced(text, '-', '_', '.'));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("", "a", "b", "r1", "r2", "true", "no", "1.10", "010", "1_0", "1e3", "0.0")),
                Tuple.of(2, any));
    }

    /** {@return segments of a path, as kinds and names of owners are: anything without a slash and a per cent sign} */
    public static Arbitrary<String> pathSegments() {
        Arbitrary<String> any = unicode()
                .filter(text -> !text.isEmpty()
                        && text.indexOf('/') < 0
                        && text.indexOf('%') < 0
                        && !text.equals(".")
                        && !text.equals(".."));
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("Job", "JobSet", "train", "a:b", "True")), Tuple.of(1, any));
    }

    /** {@return texts that have made some reader of YAML or JSON err, or that look as if they would} */
    public static Arbitrary<String> tricky() {
        return Arbitraries.frequencyOf(
                Tuple.of(30, Arbitraries.of(TRICKY)),
                Tuple.of(1, Arbitraries.of("a".repeat(1100), "a b ".repeat(400), "\u00e4 ".repeat(600))));
    }

    /**
     * {@return texts of any Unicode characters, control characters and noncharacters too, but no halves of surrogate
     * pairs}
     */
    public static Arbitrary<String> unicode() {
        Arbitrary<Integer> characters = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.integers().between(0x20, 0x7E)),
                Tuple.of(3, Arbitraries.integers().between(0, 0x1F)),
                Tuple.of(3, Arbitraries.integers().between(0x7F, 0x2FF)),
                Tuple.of(3, Arbitraries.integers().between(0x300, 0xD7FF)),
                Tuple.of(2, Arbitraries.integers().between(0xE000, 0xFFFF)),
                Tuple.of(2, Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT)),
                Tuple.of(2, Arbitraries.of(0x85, 0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFE)));
        Arbitrary<String> any = characters.list().ofMaxSize(24).map(Texts::join);
        Arbitrary<String> around =
                Combinators.combine(any, tricky(), any).as((left, middle, right) -> left + middle + right);
        return Arbitraries.frequencyOf(Tuple.of(4, any), Tuple.of(3, tricky()), Tuple.of(1, around));
    }

    private static String join(List<Integer> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String endsReplaced(String text, char... unwanted) {
        StringBuilder replaced = new StringBuilder(text);
        for (char c : unwanted) {
            if (replaced.charAt(0) == c) {
                replaced.setCharAt(0, 'a');
            }
            if (replaced.charAt(text.length() - 1) == c) {
                replaced.setCharAt(text.length() - 1, 'z');
            }
        }
        return replaced.toString();
    }
}
