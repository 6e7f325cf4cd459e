package io.github.workload4j.robustness.promise;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import org.junit.jupiter.api.Test;

/** What no input can reach, since there is no way to it in our code: {@code SECURITY.md} says so. */
class ReachTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.github.workload4j.api..",
                    "io.github.workload4j.policy..",
                    "io.github.workload4j.gang..",
                    "io.github.workload4j.intent..",
                    "io.github.workload4j.cli..");

    private static final DescribedPredicate<JavaClass> NETWORK =
            JavaClass.Predicates.resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..", "java.rmi..");
    private static final DescribedPredicate<JavaClass> FILES = JavaClass.Predicates.resideInAPackage("java.nio.file..")
            .or(belongToAnyOf(File.class, FileInputStream.class, FileOutputStream.class, RandomAccessFile.class));
    private static final DescribedPredicate<JavaClass> PROCESSES = belongToAnyOf(ProcessBuilder.class, Process.class);
    private static final DescribedPredicate<JavaClass> CODE = JavaClass.Predicates.resideInAnyPackage(
                    "java.lang.reflect..", "javax.script..", "javax.tools..")
            .or(belongToAnyOf(ClassLoader.class, ObjectInputStream.class));

    @Test
    void nothingTalksToANetwork() {
        noClasses().should().dependOnClassesThat(NETWORK).check(ALL);
    }

    @Test
    void noLibraryTouchesFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.workload4j.cli..")
                .should()
                .dependOnClassesThat(FILES)
                .check(ALL);
    }

    @Test
    void nothingStartsProcessesOrEndsThisOne() {
        noClasses().should().dependOnClassesThat(PROCESSES).check(ALL);
        noClasses()
                .that()
                .doNotHaveSimpleName("WorkloadCommand")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(ALL);
    }

    @Test
    void nothingMakesCodeOrObjectsFromWhatItReads() {
        noClasses().should().dependOnClassesThat(CODE).check(ALL);
        noClasses().should().callMethod(Class.class, "forName", String.class).check(ALL);
    }

    @Test
    void ofYamlOnlyTheParserIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml.snakeyaml.constructor..", "org.yaml.snakeyaml.introspector..")
                .check(ALL);
    }
}
