package io.github.workload4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.github.workload4j";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + ".cli");

    @Test
    void theCommandNeedsNeitherBeanValidationNorAReaderOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.validation..", "org.hibernate..", "org.yaml..", ROOT + ".policy.bean..")
                .check(classes);
    }

    @Test
    void picturesKnowNeitherPicocliNorJacksonNorTheCommand() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli.picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "com.fasterxml..", ROOT + ".cli")
                .check(classes);
    }

    @Test
    void onlyWhatTheModulesExportIsUsed() {
        Set<String> exported = Stream.of("api", "policy", "gang")
                .map(name -> ModuleLayer.boot()
                        .findModule(ROOT + "." + name)
                        .orElseThrow()
                        .getDescriptor())
                .flatMap(descriptor -> descriptor.exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        List<String> used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith(ROOT) && !name.startsWith(ROOT + ".cli"))
                .distinct()
                .toList();
        Assertions.assertThat(exported).isNotEmpty().containsAll(used);
    }
}
