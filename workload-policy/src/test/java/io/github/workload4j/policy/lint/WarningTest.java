package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.FieldPath;
import org.junit.jupiter.api.Test;

class WarningTest {

    @Test
    void aWarningIsOneLine() {
        Warning warning = new Warning(3, FieldPath.root("spec"), Lint.OBJECT_TWICE, "it is there twice", "remove one");
        assertThat(warning).hasToString("spec: it is there twice: remove one [object-twice]");
    }

    @Test
    void whatIsAboutTheWholeDocumentHasNoPath() {
        Warning warning = new Warning(0, FieldPath.DOCUMENT, Lint.OBJECT_TWICE, "it is there twice", "remove one");
        assertThat(warning).hasToString("it is there twice: remove one [object-twice]");
    }

    @Test
    void warningsAreSortedByObjectPathAndLint() {
        Warnings warnings = new Warnings();
        FieldPath name = FieldPath.root("metadata").child("name");
        warnings.add(1, name, Lint.OBJECT_TWICE, "", "");
        warnings.add(1, name, Lint.NAME_NOT_A_LABEL, "", "");
        warnings.add(1, FieldPath.root("spec"), Lint.PARENT_CYCLE, "", "");
        warnings.add(0, FieldPath.root("spec"), Lint.TREE_TOO_DEEP, "", "");
        assertThat(warnings.inOrder())
                .extracting(Warning::lint)
                .containsExactly(Lint.TREE_TOO_DEEP, Lint.NAME_NOT_A_LABEL, Lint.OBJECT_TWICE, Lint.PARENT_CYCLE);
    }
}
