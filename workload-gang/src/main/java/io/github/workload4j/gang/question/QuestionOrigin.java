package io.github.workload4j.gang.question;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a question came about: it can be opened anew from this and its snapshot.
 *
 * @param groups all groups
 * @param some the groups it was opened for
 * @param minimum how many of them must fit; 0 if it was opened for one
 * @param changes what was changed since, in order
 */
record QuestionOrigin(Groups groups, List<GroupRef> some, int minimum, List<QuestionChange> changes) {

    QuestionOrigin with(QuestionChange change) {
        List<QuestionChange> more = new ArrayList<>(changes);
        more.add(change);
        return new QuestionOrigin(groups, some, minimum, more);
    }

    Object written(ClusterSnapshot snapshot) {
        return new Written(
                snapshot, groups, some.toArray(new GroupRef[0]), minimum, changes.toArray(new QuestionChange[0]));
    }

    /** What Java serialization writes of a question. */
    private record Written(
            ClusterSnapshot snapshot, Groups groups, GroupRef[] some, int minimum, QuestionChange[] changes)
            implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                Optional<GroupQuestion> opened = minimum == 0 && some.length == 1
                        ? GroupQuestion.of(snapshot, groups, some[0])
                        : GroupQuestion.together(snapshot, groups, List.of(some), minimum);
                GroupQuestion question =
                        opened.orElseThrow(() -> new IllegalArgumentException(List.of(some) + " may not be tried"));
                for (QuestionChange change : changes) {
                    question = change.of(question);
                }
                return question;
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new InvalidObjectException("question: " + e.getMessage());
            }
        }
    }
}
