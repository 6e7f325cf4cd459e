package io.github.workload4j.api.bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ApiObject;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerRulesTest {

    @Test
    void isCheckedByItsValidator() {
        Constraint constraint = ServerRules.class.getAnnotation(Constraint.class);
        assertThat(constraint.validatedBy()).containsExactly(ServerRulesValidator.class);
    }

    @Test
    void everyValueThatRulesLookAtCarriesIt() throws IOException {
        List<Class<?>> without = new ArrayList<>();
        for (Class<?> parts : List.of(ApiObject.class, Workload.class)) {
            Path folder = Path.of("target/classes", parts.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> type(parts.getPackageName() + "." + name.replace(".class", "")))
                        .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()) && !carries(type))
                        .forEach(without::add);
            }
        }
        assertThat(without).isEmpty();
        assertThat(List.of(PodSpec.class, PodSchedulingGroup.class, WorkloadRef.class))
                .allMatch(ServerRulesTest::carries);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean carries(Class<?> type) {
        return type.isAnnotationPresent(ServerRules.class)
                || Stream.of(type.getInterfaces()).anyMatch(ServerRulesTest::carries);
    }
}
