package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public API of each library is the list in {@code docs/api}, so that every change of it is seen in a diff. {@code
 * -Dapi.update=true} writes the lists anew.
 */
class PublicApiTest {

    private static final Pattern OURS = Pattern.compile("(?<![.\\w])(?:api|policy|intent|gang|testkit)[.][\\w.]*\\w");

    static List<String> modules() {
        return List.of("workload-api", "workload-policy", "workload-intent", "workload-gang", "workload-testkit");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isTheOneListed(String module) throws IOException {
        Path list = Repository.ROOT.resolve("docs/api").resolve(module + ".txt");
        List<String> lines = PublicApi.lines(module);
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(list.getParent());
            Files.writeString(list, String.join("\n", lines) + "\n");
        }
        assertThat(Repository.lines(list)).isEqualTo(lines);
    }

    @Test
    void noMemberNamesATypeThatIsNotExported() {
        List<String> lines = modules().stream()
                .flatMap(module -> PublicApi.lines(module).stream())
                .toList();
        Set<String> types = lines.stream()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(Collectors.toSet());
        assertThat(types).contains("gang.cluster.ClusterSnapshot");
        assertThat(lines.stream()
                        .filter(line -> line.startsWith(" "))
                        .flatMap(line -> OURS.matcher(line).results().map(MatchResult::group)))
                .contains("gang.cluster.ClusterSnapshot")
                .isSubsetOf(types);
    }
}
