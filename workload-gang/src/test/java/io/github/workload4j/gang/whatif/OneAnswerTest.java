package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A what-if takes a question and the verdict on it: it opens none, and asks only about changed ones. Counted in the
 * byte code.
 */
class OneAnswerTest {

    private final JavaClasses whatIfs = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.workload4j.gang.whatif", "io.github.workload4j.gang.explain");

    /** Where a method is called, once for each call; queues aside, which ask about many groups. */
    private List<String> callers(Class<?> owner, String method) {
        return whatIfs.stream()
                .filter(each -> !each.getSimpleName().equals("Queueing"))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method))
                .map(JavaMethodCall::getOriginOwner)
                .map(each -> each.getSimpleName())
                .toList();
    }

    /** Evictions ask about the cycles that follow: the pods that are left over are another question each time. */
    @Test
    void noWhatIfOpensItsOwnQuestion() {
        assertThat(callers(Feasibility.class, "open")).containsExactly("Explanation");
        assertThat(callers(GroupQuestion.class, "of")).containsExactly("Evictions");
    }

    @Test
    void questionsAreAskedInOnePlaceOfEachPackage() {
        assertThat(callers(GroupQuestion.class, "answer")).containsExactlyInAnyOrder("Probe", "AnswerShares");
    }
}
