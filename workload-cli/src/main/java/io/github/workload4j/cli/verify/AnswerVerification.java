package io.github.workload4j.cli.verify;

import static io.github.workload4j.cli.screen.JsonTree.object;
import static io.github.workload4j.cli.screen.JsonTree.text;

import io.github.workload4j.cli.answer.Answered;
import io.github.workload4j.cli.answer.CheckJson;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.cli.screen.JsonTree.Malformed;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.words.EvidenceJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks answers of {@code workload check -o json} against inputs, believing nothing in them.
 *
 * <p>The placement and the proof of an answer go to the checkers, about a question made from the inputs alone. Then the
 * answer is written anew from that question, the placement and the proof: it has to say the same, word for word, but
 * for what is in {@link #UNCHECKED}. So a field that is changed, added or left out is found whatever it says. Nothing
 * is searched, but for what no proof can say: a claim that all orders of placing were gone through is believed if going
 * through them once more, within {@value #STEPS_AGAIN} steps, comes to the same.
 */
final class AnswerVerification {

    /** What the checkers do not look at: cost, explanation, and questions about other domains. */
    static final Set<String> UNCHECKED =
            Set.of("beside", "steps", "elapsedMillis", "explanation", "fits", "undetermined", "preferredTopology");

    /** Of an undetermined answer: how far the search came. Nothing is proved by it. */
    private static final Set<String> UNCHECKED_IF_OPEN = Set.of("stopped", "sure", "atMost", "objection");

    /** What {@code members} did not say at first. */
    private static final Set<String> LATER_OF_MEMBERS = Set.of("finished", "leaving", "terminating");

    /** Steps of going through all orders once more. */
    private static final long STEPS_AGAIN = 2_000_000;

    private final LoadedCluster cluster;
    private final ClusterSnapshot snapshot;
    private final Groups groups;
    private final ClaimCheck check;
    private final InputNames names = new InputNames();

    AnswerVerification(LoadedCluster cluster) {
        this.cluster = cluster;
        this.snapshot = cluster.snapshot();
        this.groups = cluster.groups();
        this.check = new ClaimCheck(cluster.replay());
    }

    /**
     * What was found about one answer.
     *
     * @param group the group, or null if the answer does not say which
     * @param verdict the verdict claimed, or null if there is none
     * @param release the release by whose rules it was verified, or null if it was not
     * @param objection why the answer is refused, or null if it is accepted
     * @param searchedAgain whether the answer rests on an exhaustive search that was made once more
     * @param unchecked what the answer says and nobody has looked at, in order of name
     */
    public record Found(
            @Nullable GroupRef group,
            @Nullable String verdict,
            @Nullable AnswerRelease release,
            @Nullable String objection,
            boolean searchedAgain,
            List<String> unchecked) {

        public Found {
            unchecked = List.copyOf(unchecked);
        }

        boolean isAccepted() {
            return objection == null;
        }
    }

    /**
     * {@return what is found about each answer of a document, in its order; about the document as a whole last, if
     * there is an objection}
     *
     * @throws Malformed if it is not a document of answers at all
     */
    public List<Found> of(@Nullable Object document) {
        Map<String, @Nullable Object> whole = object(document, "answer");
        List<@Nullable Object> answers = JsonTree.list(whole.get("groups"), "groups");
        List<Found> found = new ArrayList<>();
        Set<GroupRef> seen = new TreeSet<>();
        List<Answered> rebuilt = new ArrayList<>();
        for (Object answer : answers) {
            found.add(one(answer, seen, rebuilt));
        }
        if (found.stream().allMatch(Found::isAccepted)) {
            String difference = difference(whole, rebuilt);
            if (difference != null) {
                found.add(new Found(null, null, null, difference, false, List.of()));
            }
        }
        return found;
    }

    private Found one(@Nullable Object value, Set<GroupRef> seen, List<Answered> rebuilt) {
        GroupRef group = null;
        String word = null;
        AnswerRelease release = null;
        try {
            Map<String, @Nullable Object> answer = object(value, "groups[]");
            group = AnswerReader.group(answer);
            word = text(answer.get("verdict"), "verdict");
            if (!seen.add(group)) {
                return new Found(group, word, null, "the group is answered twice", false, List.of());
            }
            Optional<GroupQuestion> question = GroupQuestion.of(snapshot, groups, group);
            Verdict claimed = question.isPresent()
                    ? AnswerReader.verdict(answer, question.get())
                    : Feasibility.answer(snapshot, groups, group, Budget.steps(1));
            release = question.map(each -> each.about().release())
                    .orElseGet(() -> claimed == null ? null : claimed.about().release());
            Verdict verdict = claimed == null ? null : cluster.doubts().of(claimed);
            String right = verdict == null ? "one that may be tried" : verdict.word();
            if (verdict == null || !right.equals(word)) {
                return new Found(
                        group, word, release, "verdict: " + word + ", by the inputs " + right, false, List.of());
            }
            List<IgnoredPreference> ignored = IgnoredPreference.of(snapshot, groups, group);
            Answered answered =
                    new Answered(question.orElse(null), verdict, 0, null, null, List.of(), ignored, null, null, null);
            String objection = objection(answer, verdict, answered);
            rebuilt.add(answered);
            boolean again = objection == null && EvidenceJson.evidence(verdict) instanceof Evidence.Exhausted;
            return new Found(group, word, release, objection, again, unchecked(answer, verdict));
        } catch (Malformed malformed) {
            return new Found(group, word, release, malformed.getMessage(), false, List.of());
        }
    }

    private @Nullable String objection(Map<String, @Nullable Object> answer, Verdict verdict, Answered answered) {
        Evidence evidence = EvidenceJson.evidence(verdict);
        if (evidence instanceof Evidence.Exhausted && !isFoundAgain(verdict)) {
            return "not checkable: exhaustive search (proof: exhausted)";
        }
        Object right = JsonTree.list(object(rewritten(List.of(answered)), "").get("groups"), "")
                .get(0);
        Map<String, @Nullable Object> found = withLaterFields(withoutProof(answer), object(right, ""));
        String difference = JsonTree.difference(found, withoutProof(right), "", unchecked(verdict), names::areSame);
        if (difference != null) {
            return difference;
        }
        String wrong = check.objectionTo(
                        verdict,
                        () -> Optional.ofNullable(answered.question())
                                .flatMap(own -> own.claims().claimedDevices()))
                .orElse(null);
        return wrong == null && evidence instanceof Evidence.Certified certified
                ? StatedSums.objectionTo(proof(answer), certified, AnswerReader.atLeast(answer))
                        .orElse(null)
                : wrong;
    }

    private static @Nullable Object proof(Map<String, @Nullable Object> answer) {
        return object(answer.get("certificate"), "certificate").get("proof");
    }

    /** Whether a search that goes through all orders once more, if they are few, comes to the same. */
    private boolean isFoundAgain(Verdict claimed) {
        Verdict again = Feasibility.answer(snapshot, groups, claimed.about().group(), Budget.steps(STEPS_AGAIN));
        return EvidenceJson.evidence(again) instanceof Evidence.Exhausted && placed(again) == placed(claimed);
    }

    private static int placed(Verdict verdict) {
        return verdict instanceof Verdict.Feasible feasible
                ? feasible.placement().size()
                : 0;
    }

    /** An answer without the proof in its certificate: that was read strictly, and is written again as it was read. */
    private static Map<String, @Nullable Object> withoutProof(@Nullable Object answer) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(object(answer, "groups[]"));
        if (copy.get("certificate") instanceof Map<?, ?> certificate) {
            Map<Object, @Nullable Object> open = new LinkedHashMap<>(certificate);
            open.computeIfPresent("proof", (name, proof) -> "");
            copy.put("certificate", open);
        }
        return copy;
    }

    /** An answer that is older than some fields says none of them, and claims nothing by that. */
    private static Map<String, @Nullable Object> withLaterFields(
            Map<String, @Nullable Object> answer, Map<String, @Nullable Object> right) {
        if (answer.get("members") instanceof Map<?, ?> members
                && LATER_OF_MEMBERS.stream().noneMatch(members::containsKey)) {
            Map<Object, @Nullable Object> complete = new LinkedHashMap<>(members);
            Map<String, @Nullable Object> written = object(right.get("members"), "members");
            LATER_OF_MEMBERS.forEach(name -> complete.put(name, written.get(name)));
            answer.put("members", complete);
        }
        return answer;
    }

    /** Why the document as a whole is not what it would be with these answers. */
    private @Nullable String difference(Map<String, @Nullable Object> whole, List<Answered> rebuilt) {
        Map<String, @Nullable Object> right = object(rewritten(rebuilt), "");
        right.put("groups", whole.get("groups"));
        return JsonTree.difference(whole, right, "", Set.of("groups"), names::areSame);
    }

    private @Nullable Object rewritten(List<Answered> answers) {
        StringWriter out = new StringWriter();
        CheckJson.write(answers, cluster, out);
        try {
            return JsonTree.read(out.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> unchecked(Verdict verdict) {
        Set<String> unchecked = new TreeSet<>(UNCHECKED);
        unchecked.addAll(verdict instanceof Verdict.Undetermined ? UNCHECKED_IF_OPEN : Set.of());
        return unchecked;
    }

    private static List<String> unchecked(Map<String, @Nullable Object> answer, Verdict verdict) {
        Set<String> unchecked = unchecked(verdict);
        unchecked.retainAll(answer.keySet());
        unchecked.removeIf(name -> answer.get(name) == null);
        return List.copyOf(unchecked);
    }
}
