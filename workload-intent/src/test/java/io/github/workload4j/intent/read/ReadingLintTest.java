package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ReadingLintTest {

    @Test
    void everyCodeHasAWordForReadingsAndAnIdAmongAllLints() {
        assertThat(ReadingLint.Code.values())
                .extracting(ReadingLint.Code::word, ReadingLint.Code::id)
                .containsExactly(
                        tuple("NeverStarts", "never-starts"), tuple("IntegrationDeadlock", "integration-deadlock"));
    }
}
