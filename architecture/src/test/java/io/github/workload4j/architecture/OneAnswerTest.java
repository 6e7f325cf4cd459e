package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A what-if takes a question and the verdict on it: it opens none, and asks only about changed ones. Counted in the
 * byte code.
 */
class OneAnswerTest {

    private static boolean isWhatIf(JavaClass each) {
        return each.getPackageName().matches(".*[.]gang[.](whatif|explain)([.].*)?");
    }

    /** Where a method is called, once for each call; queues aside, which ask about many groups. */
    private List<String> callers(Class<?> owner, String method) {
        return Arrows.classes("workload-gang").stream()
                .filter(OneAnswerTest::isWhatIf)
                .filter(each -> !each.getSimpleName().equals("Queueing"))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method))
                .map(JavaMethodCall::getOriginOwner)
                .map(each -> each.getSimpleName())
                .toList();
    }

    /** What proves an answer is said of the question that was answered; pictures show the cluster as it is. */
    @Test
    void checkOpensTheQuestionOfAGroupOnce() {
        List<String> openers = Stream.of("workload-gang", "workload-cli")
                .flatMap(module -> Arrows.classes(module).stream())
                .filter(each -> each.getPackageName().matches(".*[.](gang[.]words|cli[.]answer)"))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Feasibility.class)
                        || call.getTargetOwner().isEquivalentTo(GroupQuestion.class)
                                && call.getName().equals("of"))
                .map(call -> call.getOriginOwner().getSimpleName())
                .toList();
        assertThat(openers)
                .as("a group, its root beside those that come earlier, and those earlier ones")
                .containsExactlyInAnyOrder("CheckCommand", "CheckCommand", "EarlierPhases");
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
