package io.github.workload4j.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages of this module. */
class ArchitectureTest {

    private static final String ROOT = "io.github.workload4j.api";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String SNAKE_YAML = "org.yaml.snakeyaml..";
    private static final String JAKARTA = "jakarta.validation..";

    /** What each package may use, beside itself and the JDK; names that begin with a dot are packages of ours. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("", List.of(".core", ".meta")),
            Map.entry(".bean", List.of(JAKARTA)),
            Map.entry(".convert", List.of("", ".core", ".field", ".json", ".meta")),
            Map.entry(".core", List.of(".meta", ".ordered")),
            Map.entry(".field", List.of()),
            Map.entry(".json", List.of("", ".core", ".meta", ".wire")),
            Map.entry(".meta", List.of(".bean", ".ordered")),
            Map.entry(".ordered", List.of()),
            Map.entry(".text", List.of(".field", ".wire")),
            Map.entry(".text.json", List.of(".field", ".text", ".text.tree", ".wire", JACKSON)),
            Map.entry(".text.reread", List.of(".field", ".text", ".text.json", ".text.tree", ".text.yaml", ".wire")),
            Map.entry(".text.tree", List.of(".field", ".text", ".wire")),
            Map.entry(".text.yaml", List.of(".field", ".text", ".text.tree", ".wire", SNAKE_YAML)),
            Map.entry(".wire", List.of("", ".core", ".field", ".meta", ".ordered")),
            Map.entry(
                    ".yaml",
                    List.of(
                            "",
                            ".convert",
                            ".core",
                            ".field",
                            ".meta",
                            ".text",
                            ".text.json",
                            ".text.reread",
                            ".text.tree",
                            ".text.yaml",
                            ".wire",
                            JACKSON)));

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return ARROWS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        ROOT + entry.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + entry.getKey())
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(allowed(entry.getKey(), entry.getValue()))
                                .check(MODULE)));
    }

    private static String[] allowed(String self, List<String> others) {
        Stream<String> named =
                others.stream().map(other -> other.isEmpty() || other.startsWith(".") ? ROOT + other : other);
        return Stream.concat(Stream.of("java..", "org.jspecify..", ROOT + self), named)
                .toArray(String[]::new);
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(MODULE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet().stream().map(name -> ROOT + name).collect(Collectors.toSet()));
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("io.github.workload4j.(**)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void noTwoFilesHaveOneName() {
        assertThat(MODULE.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .doesNotHaveDuplicates();
    }
}
