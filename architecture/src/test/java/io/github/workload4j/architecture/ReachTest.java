package io.github.workload4j.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no input can reach, since there is no way to it in our code: {@code SECURITY.md} says so. */
class ReachTest {

    private static final String COMMAND = "workload-cli";
    private static final List<String> LIBRARIES =
            List.of("workload-api", "workload-policy", "workload-gang", "workload-intent", "workload-cel");

    /** A URI is text, and reaches nothing. */
    private static final DescribedPredicate<JavaClass> NETWORK = JavaClass.Predicates.resideInAnyPackage(
                    "java.net..", "java.nio.channels..", "javax.net..", "java.rmi..")
            .and(DescribedPredicate.not(belongToAnyOf(URI.class, URISyntaxException.class)));

    private static final DescribedPredicate<JavaClass> FILES = JavaClass.Predicates.resideInAPackage("java.nio.file..")
            .or(belongToAnyOf(File.class, FileInputStream.class, FileOutputStream.class, RandomAccessFile.class));

    /** A method of {@code Files} that does not only look. */
    private static final DescribedPredicate<JavaMethodCall> WRITES = DescribedPredicate.describe(
            "a method that writes a file",
            call -> call.getTargetOwner().isEquivalentTo(Files.class)
                    && call.getName().matches("(write|create|copy|move|delete|set|new(Output|BufferedW|Byte)).*"));

    private static final DescribedPredicate<JavaClass> PROCESSES = belongToAnyOf(ProcessBuilder.class, Process.class);
    private static final DescribedPredicate<JavaClass> CODE = JavaClass.Predicates.resideInAnyPackage(
                    "java.lang.reflect..", "javax.script..", "javax.tools..")
            .or(belongToAnyOf(ClassLoader.class, ObjectInputStream.class));

    private static void check(ArchRule rule) {
        checkLibraries(rule);
        rule.check(Arrows.classes(COMMAND));
    }

    private static void checkLibraries(ArchRule rule) {
        LIBRARIES.forEach(module -> rule.check(Arrows.classes(module)));
    }

    @Test
    void nothingTalksToANetwork() {
        check(noClasses().should().dependOnClassesThat(NETWORK));
    }

    @Test
    void noLibraryTouchesFiles() {
        checkLibraries(noClasses().should().dependOnClassesThat(FILES));
    }

    @Test
    void onlyThreePlacesWriteFiles() {
        noClasses()
                .that()
                .haveNameNotMatching(".*[.](manifest[.](ConvertCommand|FileReplacement)|fleet[.]SnapshotCommand)")
                .should()
                .callMethodWhere(WRITES)
                .check(Arrows.classes(COMMAND));
        // The command's own output and errors.
        noClasses()
                .that()
                .doNotHaveSimpleName("WorkloadCommand")
                .should()
                .dependOnClassesThat(belongToAnyOf(FileOutputStream.class, RandomAccessFile.class))
                .check(Arrows.classes(COMMAND));
    }

    @Test
    void nothingStartsProcessesAndOnlyTheCommandEndsThisOne() {
        check(noClasses().should().dependOnClassesThat(PROCESSES));
        check(noClasses()
                .that()
                .doNotHaveSimpleName("WorkloadCommand")
                .should()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void nothingMakesCodeOrObjectsFromWhatItReads() {
        // Methods are what Bean Validation calls parameters by; they are handed on as they are. Those of objects that a
        // client holds are asked for their fields, whatever the objects say.
        check(noClasses()
                .that()
                .haveNameNotMatching(".*[.](policy[.]bean[.]ExactValidator|api[.]foreign[.]Getters).*")
                .should()
                .dependOnClassesThat(CODE));
        check(noClasses()
                .that()
                .haveNameNotMatching(".*[.]api[.]foreign[.]Getters.*")
                .should()
                .callMethodWhere(target(owner(CODE))));
        check(noClasses().should().callMethod(Class.class, "forName", String.class));
    }

    @Test
    void ofYamlOnlyTheParserIsUsed() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml.snakeyaml.constructor..", "org.yaml.snakeyaml.introspector.."));
    }
}
