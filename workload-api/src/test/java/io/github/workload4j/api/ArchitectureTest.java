package io.github.workload4j.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module. */
class ArchitectureTest {

    private static final String ROOT = "io.github.workload4j.api";
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theModelNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAnyPackage(
                        ROOT, ROOT + ".core", ROOT + ".meta", ROOT + ".field", ROOT + ".ordered", ROOT + ".convert")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        ROOT,
                        ROOT + ".bean",
                        ROOT + ".core",
                        ROOT + ".meta",
                        ROOT + ".field",
                        ROOT + ".ordered",
                        ROOT + ".convert")
                .check(MODULE);
    }

    @Test
    void theModelKnowsNoConversion() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".core", ROOT + ".meta", ROOT + ".field", ROOT + ".ordered")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".convert")
                .check(MODULE);
    }

    @Test
    void metadataAndCoreKnowNoWorkloads() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".core", ROOT + ".meta", ROOT + ".field", ROOT + ".ordered")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(MODULE);
    }

    @Test
    void placesKnowNothingElse() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".field", ROOT + ".ordered")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".core",
                        ROOT + ".meta",
                        ROOT + ".yaml",
                        ROOT + ".text..",
                        ROOT + ".wire",
                        ROOT + ".convert")
                .check(MODULE);
    }

    @Test
    void onlyTheCodecSeesParsers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".yaml", ROOT + ".text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "org.yaml..")
                .check(MODULE);
    }

    @Test
    void onlyTheHookSeesBeanValidation() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".bean")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.hibernate..")
                .check(MODULE);
    }
}
