package io.github.workload4j.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Small programs in a process of their own: on the class path and the module path, with and without what is optional.
 */
class OwnProcessTest {

    private static final String FAULT =
            "spec.podGroups[0].policy.gang.minCount: Invalid value: 0: must be greater than zero";
    private static final String TEST_CLASSES = new File("target/test-classes").getAbsolutePath();

    /** Everything this process has, be it a module or not. */
    private static List<String> entries() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(property -> System.getProperty(property, ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }

    private static String path(Predicate<String> wanted) {
        return entries().stream().filter(wanted).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isExpressionLanguage(String path) {
        return path.contains("expressly") || path.contains("jakarta.el");
    }

    private static boolean isOurs(String path) {
        return path.contains("workload-api")
                || path.endsWith("workload-policy" + File.separator + "target" + File.separator + "classes");
    }

    private static boolean isReader(String path) {
        return path.contains("jackson") || path.contains("snakeyaml");
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    @Test
    void beanValidationOnTheClassPathWithAnExpressionLanguage() throws Exception {
        assertThat(run("-cp", path(path -> true) + File.pathSeparator + TEST_CLASSES, ClassPathProgram.class.getName()))
                .contains("named module: false", "expression language: true", FAULT);
    }

    @Test
    void beanValidationOnTheClassPathWithoutAnExpressionLanguage() throws Exception {
        String classPath = path(path -> !isExpressionLanguage(path)) + File.pathSeparator + TEST_CLASSES;
        assertThat(run("-cp", classPath, ClassPathProgram.class.getName(), "plain"))
                .contains("named module: false", "expression language: false", FAULT);
    }

    @Test
    void theRulesOnTheClassPathWithoutBeanValidation() throws Exception {
        String classPath = path(OwnProcessTest::isOurs) + File.pathSeparator + TEST_CLASSES;
        assertThat(run("-cp", classPath, "io.github.workload4j.policy.DirectProgram"))
                .containsExactly(
                        "named module: false", "Bean Validation is absent", "annotations: 1", FAULT, "warnings: 0");
    }

    @Test
    void theRulesOnTheModulePathWithoutBeanValidation() throws Exception {
        assertThat(run(
                        "-p",
                        path(path -> isOurs(path) || isReader(path)),
                        "--patch-module",
                        "io.github.workload4j.policy=" + TEST_CLASSES,
                        "-m",
                        "io.github.workload4j.policy/io.github.workload4j.policy.DirectProgram"))
                .contains("named module: true", "Bean Validation is absent", FAULT, "warnings: 0");
    }

    @Test
    void beanValidationOnTheModulePathWithoutAnExpressionLanguage() throws Exception {
        String modules = path(
                path -> path.endsWith(".jar") && !isExpressionLanguage(path) && isModuleOfOurs(path) || isOurs(path));
        assertThat(run(
                        "-p",
                        modules,
                        "--add-modules",
                        "org.hibernate.validator",
                        "--patch-module",
                        "io.github.workload4j.policy=" + TEST_CLASSES,
                        "-m",
                        "io.github.workload4j.policy/" + ClassPathProgram.class.getName(),
                        "plain"))
                .contains("named module: true", "expression language: false", FAULT);
    }

    private static boolean isModuleOfOurs(String path) {
        return isReader(path)
                || Stream.of("hibernate-validator", "jakarta.validation", "jboss-logging", "classmate")
                        .anyMatch(path::contains);
    }
}
