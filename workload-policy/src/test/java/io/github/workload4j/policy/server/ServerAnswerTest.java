package io.github.workload4j.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.DroppedField;
import io.github.workload4j.policy.Filled;
import io.github.workload4j.policy.Refusal;
import io.github.workload4j.policy.Rule;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAnswerTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 0);
    private static final FieldPath PATH = FieldPath.root("spec").child("priority");
    private static final List<Violation> VIOLATIONS = ManifestRules.standard().checkCreate(GROUP);

    private static ServerAnswer answer(List<Refusal> refusals, List<Violation> violations) {
        return new ServerAnswer(
                KubernetesRelease.V1_37,
                GROUP,
                List.of(new Filled(PATH, "1", Rule.D_2)),
                List.of(new DroppedField(PATH, FeatureGate.GENERIC_WORKLOAD)),
                refusals,
                violations);
    }

    @Test
    void requestIsAcceptedIfNothingSpeaksAgainstItWhateverIsDropped() {
        assertThat(answer(List.of(), List.of()).isAccepted()).isTrue();
        assertThat(answer(List.of(), VIOLATIONS).isAccepted()).isFalse();
        assertThat(answer(List.of(new Refusal(Rule.D_7, "no")), List.of()).isAccepted())
                .isFalse();
    }

    @Test
    void listsAreCopied() {
        List<Filled> filled = new ArrayList<>(answer(List.of(), List.of()).filled());
        List<DroppedField> dropped =
                new ArrayList<>(answer(List.of(), List.of()).dropped());
        List<Refusal> refusals = new ArrayList<>(List.of(new Refusal(Rule.D_7, "no")));
        List<Violation> violations = new ArrayList<>(VIOLATIONS);
        ServerAnswer answer = new ServerAnswer(KubernetesRelease.V1_37, GROUP, filled, dropped, refusals, violations);
        List.of(filled, dropped, refusals, violations).forEach(List::clear);
        assertThat(answer).isEqualTo(answer(List.of(new Refusal(Rule.D_7, "no")), VIOLATIONS));
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new ServerAnswer(null, GROUP, List.of(), List.of(), List.of(), List.of()))
                .hasMessage("release");
        assertThatThrownBy(() -> answer(null, List.of())).hasMessage("refusals");
        assertThatThrownBy(() -> answer(List.of(), null)).hasMessage("violations");
    }
}
