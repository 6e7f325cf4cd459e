package io.github.workload4j.gang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GANG = "io.github.workload4j.gang";
    private static final String API = "io.github.workload4j.api";

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(GANG);

    @Test
    void theQuestionInNumbersKnowsNothingElse() {
        classes()
                .that()
                .resideInAPackage(GANG + ".packing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing")
                .check(all);
    }

    @Test
    void theSearchUsesTheQuestionAndTheAnswerOnly() {
        classes()
                .that()
                .resideInAPackage(GANG + ".search")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing", GANG + ".proof", GANG + ".search")
                .check(all);
    }

    @Test
    void theCheckerSharesNoCodeWithTheSearch() {
        classes()
                .that()
                .resideInAPackage(GANG + ".proof")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing", GANG + ".proof")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage(GANG + ".search")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.proof\\.(PackingChecker|PlacementCheck|CertificateCheck)")
                .check(all);
    }

    @Test
    void theRulesKnowTheModelOnly() {
        classes()
                .that()
                .resideInAPackage(GANG + ".eligibility")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", API, API + ".core", API + ".meta", GANG + ".eligibility")
                .check(all);
    }

    @Test
    void placingInOrderKnowsTheQuestionInNumbersOnly() {
        classes()
                .that()
                .resideInAPackage(GANG + ".order")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", GANG + ".packing", GANG + ".order")
                .check(all);
    }

    @Test
    void theCheckerOfPlacementsSharesNoCodeWithWhoeverFoundThem() {
        classes()
                .that()
                .resideInAPackage(GANG + ".replay")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", API, API + ".core", API + ".meta", GANG, GANG + ".replay")
                .check(all);
        classes()
                .that()
                .resideInAPackage(GANG + ".replay")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(GANG))
                        .or(simpleNameStartingWith("Verdict"))
                        .or(nameMatching(".*\\.Verdict\\$.*"))
                        .or(simpleName("GroupSummary"))
                        .or(simpleName("Assignment"))
                        .or(simpleName("ChosenDomain"))
                        .or(simpleName("GroupRef"))
                        .or(nameMatching(".*\\.GroupRef\\$.*")))
                .check(all);
    }

    @Test
    void nothingNeedsAParser() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(API + ".yaml..", "com.fasterxml..", "org.yaml..", "jakarta..")
                .check(all);
    }

    @Test
    void explanationsAndWhatIfsUseWhatUsersUse() {
        noClasses()
                .that()
                .resideInAnyPackage(GANG + ".explain", GANG + ".whatif")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GANG + ".eligibility", GANG + ".order")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage(GANG + ".explain")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GANG + ".whatif")
                .check(all);
        noClasses()
                .that()
                .resideInAnyPackage(
                        GANG,
                        GANG + ".cluster",
                        GANG + ".question",
                        GANG + ".eligibility",
                        GANG + ".order",
                        GANG + ".search")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GANG + ".explain", GANG + ".whatif")
                .check(all);
    }
}
