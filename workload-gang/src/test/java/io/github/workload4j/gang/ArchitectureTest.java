package io.github.workload4j.gang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GANG = "io.github.workload4j.gang";

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(GANG);

    @Test
    void theQuestionInNumbersKnowsNothingElse() {
        classes().that().resideInAPackage(GANG + ".packing")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing")
                .check(all);
    }

    @Test
    void theSearchUsesTheQuestionAndTheAnswerOnly() {
        classes().that().resideInAPackage(GANG + ".search")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing", GANG + ".proof", GANG + ".search")
                .check(all);
    }

    @Test
    void theCheckerSharesNoCodeWithTheSearch() {
        classes().that().resideInAPackage(GANG + ".proof")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing", GANG + ".proof")
                .check(all);
        noClasses().that().resideInAPackage(GANG + ".search")
                .should().dependOnClassesThat().haveNameMatching(".*\\.proof\\.(PackingChecker|PlacementCheck|CertificateCheck)")
                .check(all);
    }
}
