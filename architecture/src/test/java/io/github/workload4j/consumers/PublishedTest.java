package io.github.workload4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published: the jars of this build, and the bill of materials that lists them. */
class PublishedTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyJarHasLicenceNoticeAndVersion() throws IOException {
        assumeTrue(BuiltJars.areBuilt(), "there are no jars yet: mvn verify");
        for (String module : published()) {
            checkJar(BuiltJars.jar(module));
        }
    }

    @Test
    void theCommandInOneFileNamesAllThatItCarries() throws IOException {
        Path command = ROOT.resolve("workload-cli/target/workload.jar");
        assumeTrue(BuiltJars.areBuilt() && Files.exists(command), "there are no jars yet: mvn verify");
        checkJar(command);
        try (JarFile jar = new JarFile(command.toFile())) {
            assertThat(text(jar, "META-INF/NOTICE"))
                    .startsWith(Files.readString(ROOT.resolve("NOTICE")))
                    .containsOnlyOnce("Copyright 2026")
                    .contains("# Jackson JSON processor");
            assertThat(text(jar, "META-INF/CARRIED.txt"))
                    .contains("jackson-core ", "snakeyaml ", "picocli ", "cel ", "protobuf-java ");
            assertThat(jar.getEntry("META-INF/FastDoubleParser-LICENSE")).isNotNull();
            assertThat(jar.stream()
                            .map(entry -> entry.getName().replaceAll("^META-INF/versions/\\d+/", ""))
                            .filter(name -> name.endsWith(".class"))
                            .map(name -> name.replaceAll("^((?:[^/]+/){0,2}).*", "$1"))
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "cel/parser/",
                            "com/fasterxml/",
                            "com/google/",
                            "dev/cel/",
                            "io/github/",
                            "org/antlr/",
                            "org/threeten/",
                            "org/yaml/",
                            "picocli/");
        }
    }

    @Test
    void theCommandStartsAnywhereWithTheClassesThatTheBuildRemembered(@TempDir Path elsewhere) throws Exception {
        Path folder = ROOT.resolve("workload-cli/target").toRealPath();
        Path command = folder.resolve("workload.jar");
        assumeTrue(BuiltJars.areBuilt() && Files.exists(command), "there are no jars yet: mvn verify");
        try (JarFile jar = new JarFile(command.toFile())) {
            String builtBy = jar.getManifest().getMainAttributes().getValue("Build-Jdk-Spec");
            assumeTrue(String.valueOf(Runtime.version().feature()).equals(builtBy), "the jar is of Java " + builtBy);
        }
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:SharedArchiveFile=" + folder.resolve("workload.jsa"),
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load",
                        "-jar",
                        command.toString(),
                        "--version")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        String loaded = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        assertThat(loaded).contains("picocli.CommandLine source: shared objects file");
    }

    @Test
    void theBillOfMaterialsListsWhatIsPublishedInThisVersion() throws IOException {
        String bom = Files.readString(ROOT.resolve("workload-bom/pom.xml"));
        List<String> listed = new ArrayList<>(published());
        listed.addAll(published(ROOT.resolve("integrations")));
        assertThat(listed).contains("workload-fabric8", "workload-jackson3");
        for (String module : listed) {
            assertThat(bom).contains("<artifactId>" + module + "</artifactId>");
        }
        assertThat(version(bom)).isEqualTo(version(Files.readString(ROOT.resolve("pom.xml"))));
    }

    /** {@return the modules of the default build that are deployed, without the bill of materials itself} */
    private static List<String> published() throws IOException {
        List<String> published = published(ROOT);
        published.removeAll(List.of("workload-bom", "integrations"));
        assertThat(published).contains("workload-api", "workload-cli");
        return published;
    }

    private static List<String> published(Path folder) throws IOException {
        List<String> published = new ArrayList<>();
        Matcher modules =
                Pattern.compile("<module>([^<]*)</module>").matcher(Files.readString(folder.resolve("pom.xml")));
        while (modules.find()) {
            String module = modules.group(1);
            String pom = Files.readString(folder.resolve(module).resolve("pom.xml"));
            if (!pom.contains("<maven.deploy.skip>true<")) {
                published.add(module);
            }
        }
        return published;
    }

    private static String version(String pom) {
        return pom.replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1");
    }

    private static void checkJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(ROOT.resolve("LICENSE")));
            assertThat(text(jar, "META-INF/NOTICE")).startsWith(Files.readString(ROOT.resolve("NOTICE")));
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo(version(Files.readString(ROOT.resolve("pom.xml"))));
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        assertThat(jar.getEntry(entry)).as(jar.getName() + ": " + entry).isNotNull();
        return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
