package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a program gets that depends on this module. */
class FootprintTest {

    @Test
    void needsNoOtherModuleAndIsLessThanThreeMegabytesWithTheTwoReaders() throws IOException, URISyntaxException {
        assertThat(Workload.class.getModule().getDescriptor().requires().stream()
                        .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name)
                        .filter(name -> !name.startsWith("java.")))
                .isEmpty();
        long size = size(JsonFactory.class) + size(Yaml.class) + size(Workload.class);
        assertThat(size).isPositive().isLessThan(3_000_000);
    }

    private static long size(Class<?> type) throws IOException, URISyntaxException {
        Path path =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
