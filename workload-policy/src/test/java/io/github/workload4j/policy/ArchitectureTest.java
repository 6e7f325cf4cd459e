package io.github.workload4j.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may use what; see the table of modules and packages. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.workload4j.policy");

    @Test
    void onlyTheBeanPackageSeesBeanValidation() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.workload4j.policy.bean..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.hibernate..", "io.github.workload4j.policy.bean..")
                .check(CLASSES);
    }

    @Test
    void rulesKnowNeitherTextNorGangs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.workload4j.api.yaml..",
                        "io.github.workload4j.gang..",
                        "com.fasterxml..",
                        "org.yaml..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.github.workload4j.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void lintsDoNotKnowTheRules() {
        noClasses()
                .that()
                .resideInAPackage("io.github.workload4j.policy.lint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.workload4j.policy", "io.github.workload4j.policy.rule")
                .check(CLASSES);
    }

    /** The door of the rules is one class; everything that it opens on is private to the package. */
    @Test
    void onePublicClassIsTheDoorOfTheRules() {
        classes()
                .that()
                .resideInAPackage("io.github.workload4j.policy.rule")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleName("ManifestRules")
                .check(CLASSES);
    }
}
