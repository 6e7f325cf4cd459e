package io.github.workload4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a jar tells native-image is all that it has, and is there. */
class NativeImageTest {

    private static final String FOLDER = "META-INF/native-image/io.github.workload4j/";

    @ParameterizedTest
    @ValueSource(strings = {"workload-api", "workload-policy", "workload-intent", "workload-gang", "workload-cel"})
    void everyResourceOfAJarIsNamed(String module) throws IOException {
        assumeTrue(BuiltJars.areBuilt(), "there are no jars yet: mvn verify");
        try (JarFile jar = new JarFile(BuiltJars.jar(module).toFile())) {
            assertThat(named(jar, module))
                    .containsExactlyInAnyOrderElementsOf(jar.stream()
                            .filter(entry ->
                                    !entry.isDirectory() && !entry.getName().startsWith("META-INF/"))
                            .map(entry -> entry.getName())
                            .filter(name -> !name.endsWith(".class"))
                            .toList());
        }
    }

    /** {@return the resources that a jar names, after a look at the classes that it names} */
    private static List<String> named(JarFile jar, String module) throws IOException {
        List<String> named = new ArrayList<>();
        var entry = jar.getEntry(FOLDER + module + "/reachability-metadata.json");
        if (entry == null) {
            return named;
        }
        JsonNode metadata = new ObjectMapper().readTree(jar.getInputStream(entry));
        assertThat(metadata.fieldNames()).toIterable().isSubsetOf("reflection", "resources");
        for (JsonNode type : metadata.path("reflection")) {
            String name = type.path("type").asText();
            assertThatCode(() -> Class.forName(name, false, NativeImageTest.class.getClassLoader()))
                    .doesNotThrowAnyException();
            for (JsonNode method : type.path("methods")) {
                assertThat(method.path("name").asText()).isNotEmpty();
                assertThat(method.path("parameterTypes").isArray()).isTrue();
            }
        }
        for (JsonNode resource : metadata.path("resources")) {
            boolean isBundle = resource.has("bundle");
            named.add(
                    isBundle
                            ? resource.path("bundle").asText() + ".properties"
                            : resource.path("glob").asText());
        }
        return named;
    }
}
