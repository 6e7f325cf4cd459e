package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.policy.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Change CREATE = new Change.Create(Subject.JOB);
    private static final Change UPDATE = new Change.Update(Subject.JOB, Rule.J_U2, Rule.J_U1);

    @Test
    void onCreateWhatIsSetIsJudged() {
        assertThat(admits(CREATE, "a", "ignored")).isTrue();
        assertThat(admits(CREATE, "", "ignored")).isFalse();
        assertThat(admits(CREATE, null, "ignored")).isFalse();
        assertThat(admits(CREATE, List.of(), null)).isFalse();
        assertThat(Judged.by(at -> CREATE.admits("f", "a", null, at))).isEmpty();
    }

    @Test
    void onUpdateAChangeIsAllThatIsSaid() {
        assertThat(admits(UPDATE, "a", "a")).isFalse();
        assertThat(admits(UPDATE, "b", "a")).isFalse();
        assertThat(Judged.by(at -> UPDATE.admits("f", "a", "a", at))).isEmpty();
        assertThat(Judged.by(at -> UPDATE.admits("f", "b", "a", at)))
                .containsExactly("J-U2 f: Invalid value: null: field is immutable");
    }

    @Test
    void aGateThatIsOffForbidsWhatIsSet() {
        assertThat(Judged.by(at -> CREATE.admits("f", "a", null, false, Rule.J_1, at)))
                .containsExactly("J-1 f: Forbidden");
        assertThat(Judged.by(at -> CREATE.admits("f", null, null, false, Rule.J_1, at)))
                .isEmpty();
        assertThat(Judged.by(at -> UPDATE.admits("f", "b", "a", false, Rule.J_1, at)))
                .containsExactly("J-1 f: Forbidden", "J-U2 f: Invalid value: null: field is immutable");
        assertThat(Judged.by(at -> UPDATE.admits("f", "a", "a", false, Rule.J_1, at)))
                .as("unchanged")
                .isEmpty();
    }

    private static boolean admits(Change change, Object now, Object old) {
        return change.admits("f", now, old, Findings.counting());
    }
}
