package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of several clusters says to a group.
 *
 * @param cluster its name, safe to print
 * @param standing where that puts it
 * @param verdict the verdict
 * @param fill how full it is, or null if no node was looked at, or the pods ask nothing
 * @param reasons why, in sentences
 */
public record ClusterRow(
        String cluster,
        Standing standing,
        Verdict verdict,
        @Nullable Fill fill,
        List<String> reasons) {

    public ClusterRow {
        reasons = List.copyOf(reasons);
    }

    /** What clusters that stand together have in common, the best first. */
    public enum Standing {
        TAKES("take it", "most room first"),
        OPEN("are not decided", ""),
        HELPED("would take it after a change", "the smallest change first"),
        NO("do not take it", "by name"),
        NOT_TRIED("were not tried", "");

        private final String words;
        private final String order;

        Standing(String words, String order) {
            this.words = words;
            this.order = order;
        }

        /** {@return a heading for so many of them} */
        public String heading(int count) {
            String verb = count == 1
                    ? words.replaceFirst("^are", "is")
                            .replaceFirst("^were", "was")
                            .replaceFirst("^do ", "does ")
                    : words;
            verb = count == 1 && this == TAKES ? "takes it" : verb;
            return VerdictWords.grouped(count) + " " + verb + (count == 1 || order.isEmpty() ? "" : ", " + order);
        }
    }

    /** {@return the verdict in a few words} */
    public String word() {
        boolean depends =
                standing == Standing.TAKES && !verdict.about().unmodelled().isEmpty();
        return headline() + (depends ? ", but depends" : "");
    }

    /** {@return the verdict, as the rest of a sentence that begins with the group's name} */
    public String headline() {
        return VerdictWords.of(GroupView.inWords(new Told(verdict, null, null, null, null)))
                .headline();
    }
}
