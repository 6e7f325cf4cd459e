package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxHintsTest {

    private static Fault fault(String text) {
        Document document = ManifestReader.strict().read(text).get(0);
        assertThat(document).isInstanceOf(Undecodable.class);
        return ((Undecodable) document).faults().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: {{ .Values.name }}x | a template; render it first",
                "<<<<<<< HEAD | a merge conflict",
                "I0712 10:11:12.345678 1 main.go:1] starting | a line of a log",
            })
    void sayWhatTheTextProbablyIs(String line, String hint) {
        assertThat(fault("apiVersion: v1\nkind: Pod\n" + line + "\nspec: {}\n").hint())
                .contains(hint);
    }

    @Test
    void ofAnOrdinaryMistakeThereIsNoneOfThese() {
        assertThat(fault("apiVersion: v1\nkind: [Pod\n").hint()).doesNotContain("template", "merge", "log");
    }

    @Test
    void theNewestOfEquallyNearVersionsIsGuessed() {
        assertThat(fault("apiVersion: scheduling.k8s.io/v1alpha4\nkind: PodGroup\n")
                        .hint())
                .isEqualTo("did you mean `scheduling.k8s.io/v1alpha3`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\Ua0000081", "\\UFFFFFFFF", "\\U00110000", "\\xZZ", "\\u12"})
    void escapeThatIsNoCharacterIsAFaultWithItsPlace(String escape) {
        Fault fault = fault("apiVersion: v1\nkind: Pod\nmetadata: {name: \"a" + escape + "\"}\n");
        assertThat(fault.position().line()).isEqualTo(3);
        assertThat(fault.position().column()).isBetween(18, 24);
    }
}
