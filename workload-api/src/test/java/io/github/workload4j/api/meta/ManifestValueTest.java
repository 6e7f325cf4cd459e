package io.github.workload4j.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Toleration;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestValueTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final List<String> PACKAGES = List.of("", "/core", "/device", "/meta", "/storage");

    /** What holds objects, and is no part of one. */
    private static final List<String> NOT_IN_A_MANIFEST = List.of("DeviceObjects", "RequestPart", "StorageObjects");

    static List<Object> values() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        Workload workload = Workload.of(ApiVersion.V1BETA1, "ml", "w", PodGroupTemplate.gang("workers", 4));
        return List.of(
                workload,
                workload.spec(),
                workload.spec().podGroupTemplates().get(0),
                group.spec(),
                group.status(),
                new SchedulingPolicy.Gang(4),
                PodSpec.EMPTY,
                new Toleration("gpu", "Exists", "", ""),
                ObjectMeta.of("ml", "a"),
                Quantity.parse("1500m"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aMapperWithoutTheModuleWritesNothingThatLooksLikeAManifest(Object value) {
        JsonMapper mapper = JsonMapper.builder()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        assertThatThrownBy(() -> mapper.writeValueAsString(value))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("WorkloadModule of workload-api (Jackson 2)");
    }

    @Test
    void everyTypeOfTheModelIsOne() throws IOException {
        Set<String> others = new TreeSet<>();
        for (String each : PACKAGES) {
            try (Stream<Path> files = Files.list(CLASSES.resolve("io/github/workload4j/api" + each))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    String name = CLASSES.relativize(file).toString().replace(".class", "");
                    Class<?> type = load(name);
                    boolean isValue = type.isRecord() || type.isInterface() && type.isSealed();
                    if (isValue
                            && Modifier.isPublic(type.getModifiers())
                            && !ManifestValue.class.isAssignableFrom(type)) {
                        others.add(type.getSimpleName());
                    }
                }
            }
        }
        assertThat(others).containsExactlyElementsOf(NOT_IN_A_MANIFEST);
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.'), false, ManifestValueTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
