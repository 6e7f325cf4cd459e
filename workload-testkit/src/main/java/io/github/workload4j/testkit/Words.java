package io.github.workload4j.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * The values that objects are filled with: all in order, or anything a field of that type can hold.
 *
 * @param valid whether rules are kept
 * @param label names within an object
 * @param subdomain names of objects
 * @param labelKey keys of labels
 * @param labelValue values of labels
 * @param segment kinds and names of owners
 * @param free texts without a format
 * @param count how many pods or groups
 * @param priority priorities
 * @param size most items of a list
 */
record Words(
        boolean valid,
        Arbitrary<String> label,
        Arbitrary<String> subdomain,
        Arbitrary<String> labelKey,
        Arbitrary<String> labelValue,
        Arbitrary<String> segment,
        Arbitrary<String> free,
        Arbitrary<Integer> count,
        Arbitrary<Integer> priority,
        int size) {

    static final Words VALID = new Words(
            true,
            Texts.labels(),
            Texts.subdomains(),
            Texts.labelKeys(),
            Texts.labelValues(),
            Texts.pathSegments(),
            Texts.unicode(),
            Arbitraries.frequencyOf(
                    Tuple.of(9, Arbitraries.integers().between(1, 16)),
                    Tuple.of(1, Arbitraries.integers().between(1, Integer.MAX_VALUE))),
            Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.of(0, 1, -1, 1000, 1_000_000_000)),
                    Tuple.of(1, Arbitraries.integers().between(Integer.MIN_VALUE, 1_000_000_000))),
            8);

    static final Words ANY = new Words(
            false,
            orTrouble(Texts.labels()),
            orTrouble(Texts.subdomains()),
            orTrouble(Texts.labelKeys()),
            orTrouble(Texts.labelValues()),
            orTrouble(Texts.pathSegments()),
            orTrouble(Texts.labels()),
            Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.integers().between(1, 16)),
                    Tuple.of(2, Arbitraries.just(0)),
                    Tuple.of(1, Arbitraries.integers())),
            Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.of(0, 1, 1_000_000_000)), Tuple.of(1, Arbitraries.integers())),
            10);

    private static Arbitrary<String> orTrouble(Arbitrary<String> names) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, names),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "A",
                                "-a",
                                "a-",
                                "a_b",
                                "a..b",
                                "a.b",
                                "x".repeat(64),
                                "x".repeat(254),
                                "a/b",
                                "/",
                                "..")),
                Tuple.of(1, Texts.unicode()));
    }
}
