package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every exported type has a test: {@code XTest} beside {@code X}, or, where that would have nothing to say, the test
 * that {@code tested-elsewhere.txt} names for it.
 */
class FactTestsTest {

    private static final Path LIST = Path.of("src/test/resources/tested-elsewhere.txt");

    private static List<String> exportedTypes() {
        return Repository.modules().stream()
                .filter(Repository::isCompiled)
                .flatMap(module -> PublicApi.lines(module).stream())
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(type -> Character.isLowerCase(outer(type).charAt(0)))
                .distinct()
                .toList();
    }

    /** {@return a name without its last part: a package in lower case, or the type that another is nested in} */
    private static String outer(String name) {
        String rest = name.substring(0, name.lastIndexOf('.'));
        return rest.substring(rest.lastIndexOf('.') + 1);
    }

    /** {@return tests by the types whose facts they hold} */
    private static Map<String, String> listed() {
        Map<String, String> tests = new TreeMap<>();
        for (String line : Repository.lines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": ");
                assertThat(tests.put(parts[0], parts[1]))
                        .as("%s is listed twice", parts[0])
                        .isNull();
            }
        }
        return tests;
    }

    private static List<Path> tests(String name) {
        String file = "src/test/java/" + (Repository.ROOT_PACKAGE + "." + name).replace('.', '/') + ".java";
        return Stream.concat(Repository.modules().stream(), Stream.of("architecture"))
                .map(module -> Repository.ROOT.resolve(module).resolve(file))
                .filter(Files::exists)
                .toList();
    }

    @Test
    void everyExportedTypeHasATestBesideItOrIsListed() {
        Map<String, String> listed = listed();
        List<String> untested = new ArrayList<>();
        for (String type : exportedTypes()) {
            if (tests(type + "Test").isEmpty() == !listed.containsKey(type)) {
                untested.add(type);
            }
        }
        StillToMend.check("untested-types.txt", untested);
    }

    @Test
    void testsThatAreListedNameTheTypesWhoseFactsTheyHold() {
        List<String> types = exportedTypes();
        listed().forEach((type, test) -> {
            assertThat(types).as("listed").contains(type);
            Pattern name = Pattern.compile("\\b" + type.substring(type.lastIndexOf('.') + 1) + "\\b");
            assertThat(tests(test))
                    .as(test)
                    .anyMatch(file -> Repository.lines(file).stream()
                            .anyMatch(line -> !line.startsWith("import ")
                                    && name.matcher(line).find()));
        });
    }
}
