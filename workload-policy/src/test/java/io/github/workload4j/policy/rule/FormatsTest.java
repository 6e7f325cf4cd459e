package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

    @Property(seed = "1", tries = 2000)
    void labelsAndSubdomainsAreWhatTheirPatternsSay(
            @ForAll
                    @CharRange(from = '-', to = '/')
                    @CharRange(from = 'a', to = 'b')
                    @CharRange(from = 'Z', to = 'Z')
                    @StringLength(max = 6)
                    String value) {
        assertThat(Formats.LABEL.holds(value)).isEqualTo(value.matches(LABEL));
        assertThat(Formats.SUBDOMAIN.holds(value)).isEqualTo(value.matches(LABEL + "(\\." + LABEL + ")*"));
        String name = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
        assertThat(Formats.LABEL_KEY.holds(value))
                .isEqualTo(value.matches("(" + LABEL + "(\\." + LABEL + ")*/)?" + name));
        assertThat(Formats.LABEL_VALUE.holds(value)).isEqualTo(value.matches("(" + name + ")?"));
    }

    @Property(seed = "2", tries = 2000)
    void aValueHoldsIfAndOnlyIfThereIsNoMessage(
            @ForAll @CharRange(from = '%', to = '9') @CharRange(from = 'A', to = 'z') @StringLength(max = 70)
                    String value) {
        for (Formats format : Formats.values()) {
            assertThat(format.messages(value, Formats.BYTES).isEmpty())
                    .as("%s: %s", format, value)
                    .isEqualTo(format.holds(value));
        }
    }

    @Test
    void lengthAndPatternAreJudgedEachOnItsOwn() {
        assertThat(Formats.LABEL.messages("A".repeat(64), Formats.BYTES)).hasSize(2);
        assertThat(Formats.LABEL.messages("a".repeat(64), Formats.CHARACTERS))
                .containsExactly("must be no more than 63 characters");
        assertThat(Formats.LABEL.messages("a.b", Formats.BYTES)).containsExactly("must not contain dots");
    }

    @Test
    void aPathSegmentIsNoWayUpAndHasNoSeparator() {
        assertThat(Formats.PATH_SEGMENT.messages("..", Formats.BYTES)).containsExactly("may not be '..'");
        assertThat(Formats.PATH_SEGMENT.messages("a/b%c", Formats.BYTES))
                .containsExactly("may not contain '/'", "may not contain '%'");
        assertThat(Formats.PATH_SEGMENT.holds("...")).isTrue();
    }

    @Test
    void lengthIsCountedInUtf8() {
        assertThat(Formats.bytes("a\u00e9\u20ac\ud83d\ude00")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(Formats.bytes("\ud83d")).as("half a character").isEqualTo(1);
    }
}
