package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public API of each library is the list in {@code docs/api}, so that every change of it is seen in a diff. {@code
 * -Dapi.update=true} writes the lists anew.
 */
class PublicApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"workload-api", "workload-policy", "workload-intent", "workload-gang", "workload-testkit"})
    void isTheOneListed(String module) throws IOException {
        Path list = Repository.ROOT.resolve("docs/api").resolve(module + ".txt");
        List<String> lines = PublicApi.lines(module);
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(list.getParent());
            Files.writeString(list, String.join("\n", lines) + "\n");
        }
        assertThat(Repository.lines(list)).isEqualTo(lines);
    }
}
