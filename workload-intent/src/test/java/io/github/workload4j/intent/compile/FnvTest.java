package io.github.workload4j.intent.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FnvTest {

    /** The hashes of "a" and "foobar" are those that its authors publish. */
    @Test
    void aHashIsThatOfItsDescriptionInOtherLetters() {
        assertThat(Fnv.of("")).isEqualTo("65bb57b6b5");
        assertThat(Fnv.of("a")).isEqualTo(letters(0xe40c292cL));
        assertThat(Fnv.of("foobar")).isEqualTo(letters(0xbf9cf968L));
    }

    private static String letters(long hash) {
        StringBuilder letters = new StringBuilder();
        for (char digit : Long.toString(hash).toCharArray()) {
            letters.append("456789bcdf".charAt(digit - '0'));
        }
        return letters.toString();
    }
}
