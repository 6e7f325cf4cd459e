package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ClusterRanking;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A group and what each cluster says to it.
 *
 * @param group the group
 * @param answers the answers, the best first
 * @param why why a cluster does not take it, by its name; empty where there is nothing to say
 */
record GroupRanking(GroupRef group, List<ClusterAnswer> answers, Map<String, String> why) {

    static GroupRanking of(GroupRef group, List<WhereCommand.Asked> asked) {
        return new GroupRanking(
                group,
                new ClusterRanking(
                                asked.stream().map(WhereCommand.Asked::answer).toList())
                        .answers(),
                asked.stream().collect(Collectors.toMap(each -> each.answer().cluster(), WhereCommand.Asked::why)));
    }

    /** {@return the exit status of the best answer} */
    int status() {
        return ExitStatus.of(List.of(answers.get(0).verdict()));
    }

    long taking() {
        return answers.stream().filter(ClusterAnswer::takesIt).count();
    }
}
