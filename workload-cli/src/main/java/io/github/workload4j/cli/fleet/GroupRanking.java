package io.github.workload4j.cli.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ClusterRanking;
import io.github.workload4j.gang.words.Counted;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A group and what each cluster says to it.
 *
 * @param group the group
 * @param answers the answers, the best first
 * @param asked the same and what else is known of them, by the clusters' names
 */
record GroupRanking(GroupRef group, List<ClusterAnswer> answers, Map<String, WhereCommand.Asked> asked) {

    /** What to ask next where no cluster takes a group. */
    static final String HELP = "what would help in each cluster: --explain";

    static GroupRanking of(GroupRef group, List<WhereCommand.Asked> asked) {
        return new GroupRanking(
                group,
                new ClusterRanking(
                                asked.stream().map(WhereCommand.Asked::answer).toList())
                        .answers(),
                asked.stream().collect(Collectors.toMap(each -> each.answer().cluster(), each -> each)));
    }

    /** {@return a cluster's answer and what else is known of it} */
    WhereCommand.Asked of(ClusterAnswer answer) {
        return requireNonNull(asked.get(answer.cluster()));
    }

    /** {@return whether no cluster takes it, and nobody looked for what would help} */
    boolean lacksHelp(boolean explained) {
        return !explained
                && taking() == 0
                && answers.stream().anyMatch(each -> each.verdict() instanceof Verdict.Infeasible);
    }

    /** {@return the exit status of the best answer} */
    int status() {
        return ExitStatus.of(List.of(answers.get(0).verdict()));
    }

    /** {@return how many clusters take it, and of how many that is not known, in a sentence} */
    String summary() {
        long taking = taking();
        long open = answers.stream()
                .filter(each -> each.verdict() instanceof Verdict.Undetermined)
                .count();
        boolean isOne = answers.size() == 1 || taking == 1;
        String take = open == 0
                ? isOne ? " takes it" : " take it"
                : (isOne ? " is" : " are") + " known to take it, " + open + (open == 1 ? " is" : " are")
                        + " not decided";
        return taking + " of " + Counted.of(answers.size(), "cluster") + take;
    }

    long taking() {
        return answers.stream().filter(ClusterAnswer::takesIt).count();
    }
}
