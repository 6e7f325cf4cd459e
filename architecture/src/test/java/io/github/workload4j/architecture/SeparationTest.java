package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who checks an answer shares no code with who found it: rules finer than the table of packages. */
class SeparationTest {

    private static final String GANG = Repository.ROOT_PACKAGE + ".gang";

    /** The types in which an answer is given. */
    private static final Set<String> ANSWER = Set.of(
            "AnswerRelease",
            "Assignment",
            "ChosenDomain",
            "AssignedDevice",
            "ClaimChoice",
            "GroupRef",
            "GroupSummary",
            "Verdict");

    @Test
    void theCheckerOfPlacementsSharesNoCodeWithWhoeverFoundThem() {
        assertThat(used(GANG + ".replay", GANG)).isNotEmpty().isSubsetOf(ANSWER);
    }

    @Test
    void theSearchKnowsOfTheCheckerOnlyAnAnswerThatItAccepted() {
        assertThat(used(GANG + ".search", GANG + ".proof.check")).containsExactly("CheckedAnswer");
    }

    /** {@return the files of one package that are used by another package or by those below it} */
    private static Set<String> used(String from, String to) {
        return all().filter(type -> (type.getPackageName() + ".").startsWith(from + "."))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(arrow -> arrow.getTargetClass().getBaseComponentType())
                .filter(type -> type.getPackageName().equals(to))
                .map(SeparationTest::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> all() {
        return Arrows.classes("workload-gang").stream();
    }

    private static String file(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }
}
