package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.field.FieldPath;
import org.junit.jupiter.api.Test;

class ReadingLintTest {

    @Test
    void codeHasAnIdAmongLintsAndAWordForPrograms() {
        assertThat(ReadingLint.Code.values())
                .extracting(code -> code.id() + " " + code.word())
                .containsExactly("never-starts NeverStarts", "integration-deadlock IntegrationDeadlock");
    }

    @Test
    void gangOfMorePodsThanThereAreNeverStarts() {
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {parallelism: %d, scheduling:"
                + " {schedulingPolicy: {gang: {minCount: 4}}}, template: {spec: {}}}}";
        assertThat(ReadingText.lint(ReadingMode.DECLARED, job.formatted(3))).containsExactly("NeverStarts pods");
        assertThat(ReadingText.lint(ReadingMode.DECLARED, job.formatted(4))).isEmpty();
    }

    @Test
    void missingPartIsNamed() {
        FieldPath path = FieldPath.root("spec");
        assertThatThrownBy(() -> new ReadingLint(null, null, path, "")).hasMessage("code");
        assertThatThrownBy(() -> new ReadingLint(ReadingLint.Code.NEVER_STARTS, null, null, ""))
                .hasMessage("path");
        assertThatThrownBy(() -> new ReadingLint(ReadingLint.Code.NEVER_STARTS, null, path, null))
                .hasMessage("what");
    }
}
