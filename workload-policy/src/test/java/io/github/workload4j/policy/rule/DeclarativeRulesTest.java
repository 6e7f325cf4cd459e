package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.policy.Rule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeclarativeRulesTest {

    @Test
    void emptyIsNotSet() {
        assertThat(DeclarativeRules.isSet(null)).isFalse();
        assertThat(DeclarativeRules.isSet("")).isFalse();
        assertThat(DeclarativeRules.isSet(List.of())).isFalse();
        assertThat(DeclarativeRules.isSet(0)).isTrue();
    }

    @Test
    void anEmptyTextIsMissingAndNotMalformed() {
        assertThat(Judged.by(at -> DeclarativeRules.requiredText("name", "", Formats.LABEL, Rule.A2_5, at)))
                .containsExactly("A2-5 name: Required value");
    }

    @Test
    void aUnionHasExactlyOneMember() {
        assertThat(union(true, false)).isEmpty();
        assertThat(union(false, true)).isEmpty();
        assertThat(union(false, false))
                .containsExactly("A2-6 spec: Invalid value: \"\": must specify one of: `basic`, `gang`");
        assertThat(union(true, true))
                .containsExactly(
                        "A2-6 spec: Invalid value: \"{basic, gang}\": must specify exactly one of: `basic`, `gang`");
    }

    private static List<String> union(boolean basic, boolean gang) {
        return Judged.by(at -> {
            at.down("spec");
            DeclarativeRules.union(basic, gang, "basic", "gang", Rule.A2_6, at);
            at.up();
        });
    }

    @Test
    void aListMayBeAsLongAsItsLimit() {
        assertThat(Judged.by(at -> DeclarativeRules.tooMany("list", List.of(1), 1, Rule.A2_9, at)))
                .isEmpty();
        assertThat(Judged.by(at -> DeclarativeRules.tooMany("list", List.of(1, 2), 1, Rule.A2_9, at)))
                .containsExactly("A2-9 list: Too many: 2: must have at most 1 item");
        assertThat(Judged.by(at -> DeclarativeRules.tooMany("list", List.of(1, 2, 3), 2, Rule.A2_9, at)))
                .containsExactly("A2-9 list: Too many: 3: must have at most 2 items");
    }

    @Test
    void everyItemAfterTheFirstOfAKeyIsADuplicate() {
        assertThat(Judged.by(at -> DeclarativeRules.unique(
                        "list", List.of("a", "b", "a", "a"), Function.identity(), Found::text, Rule.A2_4, at)))
                .containsExactly("A2-4 list[2]: Duplicate value: \"a\"", "A2-4 list[3]: Duplicate value: \"a\"");
    }

    @Test
    void aMemberThatMayNotSwitchIsNeitherSetNorCleared() {
        assertThat(Judged.by(at -> DeclarativeRules.setOrUnset("gang", null, 1, Rule.B_U3, at)))
                .containsExactly("B-U3 gang: Invalid value: null: field cannot be set once created");
        assertThat(Judged.by(at -> DeclarativeRules.setOrUnset("gang", 1, null, Rule.B_U3, at)))
                .containsExactly("B-U3 gang: Invalid value: null: field cannot be cleared once set");
        assertThat(Judged.by(at -> DeclarativeRules.setOrUnset("gang", 1, 2, Rule.B_U3, at)))
                .isEmpty();
    }

    @Test
    void theFirstItemOfAKeyIsTheMatchingOne() {
        List<String> list = List.of("a1", "b1", "a2");
        Function<String, String> letter = item -> item.substring(0, 1);
        assertThat(DeclarativeRules.matching(list, letter, "a")).isEqualTo("a1");
        assertThat(DeclarativeRules.matching(list, letter, "c")).isNull();
        assertThat(DeclarativeRules.matching(null, letter, "a")).isNull();
    }
}
