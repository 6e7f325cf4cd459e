package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exported package says since which release it is there; a type that came later than its package, too. */
class SinceTest {

    private static final Pattern SINCE = Pattern.compile("^ \\* @since \\d+\\.\\d+\\.\\d+$");

    @ParameterizedTest
    @ValueSource(strings = {"workload-api", "workload-policy", "workload-intent", "workload-gang", "workload-testkit"})
    void exportedPackagesSaySinceWhen(String module) throws IOException {
        try (InputStream in = Files.newInputStream(Repository.classes(module).resolve("module-info.class"))) {
            List<String> exported = ModuleDescriptor.read(in).exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .sorted()
                    .toList();
            assertThat(exported).isNotEmpty();
            assertThat(exported).filteredOn(name -> !saysSince(module, name)).isEmpty();
        }
    }

    private static boolean saysSince(String module, String exported) {
        Path info =
                Repository.sources(module).resolve(exported.replace('.', '/')).resolve("package-info.java");
        return Repository.lines(info).stream()
                .anyMatch(line -> SINCE.matcher(line).matches());
    }
}
