package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.picture.ClustersPicture;
import io.github.workload4j.cli.picture.view.ClusterRow;
import io.github.workload4j.cli.picture.view.ClusterRow.Standing;
import io.github.workload4j.cli.picture.view.ClusterRows;
import io.github.workload4j.cli.picture.view.Fill;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.util.ArrayList;
import java.util.List;

/** Clusters and what they say to groups, to be drawn. */
final class WherePicture {

    private WherePicture() {}

    static ClustersPicture of(List<GroupRanking> rankings, boolean explained) {
        List<AnswerRelease> releases = rankings.stream()
                .flatMap(ranking -> ranking.answers().stream())
                .map(answer -> answer.verdict().about().release())
                .toList();
        List<String> notes = new ArrayList<>(ReleaseText.lines(releases));
        if (rankings.stream().anyMatch(ranking -> ranking.lacksHelp(explained))) {
            notes.add(GroupRanking.HELP);
        }
        return new ClustersPicture(rankings.stream().map(WherePicture::rows).toList(), notes);
    }

    private static ClusterRows rows(GroupRanking ranking) {
        return new ClusterRows(
                Style.printable(ranking.group().toString()),
                ranking.answers().stream().map(answer -> row(answer, ranking)).toList());
    }

    private static ClusterRow row(ClusterAnswer answer, GroupRanking ranking) {
        return new ClusterRow(
                Style.printable(answer.cluster()),
                standing(answer),
                answer.verdict(),
                ranking.of(answer).fill(),
                reasons(answer, ranking.of(answer)));
    }

    private static Standing standing(ClusterAnswer answer) {
        Verdict verdict = answer.verdict();
        return answer.takesIt()
                ? Standing.TAKES
                : verdict instanceof Verdict.Undetermined
                        ? Standing.OPEN
                        : !WhereText.help(answer).isEmpty()
                                ? Standing.HELPED
                                : verdict instanceof Verdict.Infeasible ? Standing.NO : Standing.NOT_TRIED;
    }

    /** What could not be read comes before what would help, and that before all else that the answer depends on. */
    private static List<String> reasons(ClusterAnswer answer, WhereCommand.Asked asked) {
        List<String> reasons = new ArrayList<>();
        reasons.add(asked.why().isEmpty() ? VerdictText.inShort(answer.verdict()) : asked.why());
        reasons.addAll(StopText.sentences(answer.verdict(), Voice.COMMAND));
        Fill fill = asked.fill();
        ScarcestResource scarcest = answer.scarcest();
        if (answer.takesIt() && fill != null && scarcest != null) {
            reasons.add(WhereText.share(answer, scarcest) + "free "
                    + fill.resource().label());
        }
        reasons.addAll(dependsOn(answer, true));
        WhereText.help(answer).forEach(help -> reasons.add("would help: " + help));
        reasons.addAll(dependsOn(answer, false));
        return reasons;
    }

    private static List<String> dependsOn(ClusterAnswer answer, boolean unread) {
        return answer.verdict().about().unmodelled().stream()
                .filter(each -> (each.what() == Unmodelled.What.UNREAD_INPUTS) == unread)
                .map(UnmodelledText::depends)
                .toList();
    }
}
