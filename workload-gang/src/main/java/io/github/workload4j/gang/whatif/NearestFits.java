package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The single changes with which a group that does not fit would fit: fewer members, less of a resource, fewer devices,
 * a wider domain, a rule less, a cordon lifted, devices more, other volumes.
 *
 * @param suggestions what was found, in the order of {@link Suggestion}'s members, nodes to add left out
 * @param notLookedAt what was not looked at to its end, because the budget was spent
 */
public record NearestFits(List<Suggestion> suggestions, List<Topic> notLookedAt) {

    /** What is looked at. */
    public enum Topic {
        /** A lower minimum. */
        LOWER_MINIMUM,
        /** Less of each resource. */
        SMALLER_REQUESTS,
        /** Fewer devices for each request. */
        FEWER_DEVICES,
        /** Wider domains. */
        WIDER_DOMAINS,
        /** A rule less, and if no single change helps, several. */
        FEWER_RULES,
        /** Cordoned nodes opened. */
        UNCORDONING,
        /** Devices more. */
        MORE_DEVICES,
        /** More volumes, more that a node attaches, another class or access mode; if pods have volumes. */
        VOLUMES
    }

    public NearestFits {
        suggestions = List.copyOf(requireNonNull(suggestions, "suggestions"));
        notLookedAt = List.copyOf(requireNonNull(notLookedAt, "notLookedAt"));
    }

    /**
     * {@return what would help; nothing if the group fits}
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param meter what all answers together may spend: about twenty for each resource, one or two for everything else.
     *     What is left is shared out evenly among the topics that are still to come
     */
    public static NearestFits of(GroupQuestion question, Verdict verdict, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(meter, "meter");
        if (!(verdict instanceof Verdict.Infeasible || verdict instanceof Verdict.Undetermined)) {
            return new NearestFits(List.of(), List.of());
        }
        boolean proved = verdict instanceof Verdict.Infeasible;
        List<Suggestion> found = new ArrayList<>();
        List<Topic> notLookedAt = new ArrayList<>();
        boolean asksDevices = !question.claims().devicesAsked().isNothing();
        boolean hasVolumes = VolumeSearch.concerns(question);
        List<Topic> topics = Stream.of(Topic.values())
                .filter(topic -> asksDevices || topic != Topic.FEWER_DEVICES && topic != Topic.MORE_DEVICES)
                .filter(topic -> hasVolumes || topic != Topic.VOLUMES)
                .toList();
        if (question.hasTooManyPairs()) {
            return new NearestFits(List.of(), topics);
        }
        for (Topic topic : topics) {
            Probe probe = new Probe(question, meter.part(topics.size() + 1 - topics.indexOf(topic)), proved);
            new ChangeSearch(question, probe, found).at(topic);
            if (probe.ranOut()) {
                notLookedAt.add(topic);
            }
        }
        if (found.isEmpty()) {
            Probe probe = new Probe(question, meter.part(1), proved);
            new ChangeSearch(question, probe, found).rulesTogether();
            if (probe.ranOut() && !notLookedAt.contains(Topic.FEWER_RULES)) {
                notLookedAt.add(Topic.FEWER_RULES);
            }
        }
        return new NearestFits(found, notLookedAt);
    }

    /**
     * {@return the largest minimum with which a group runs that has fewer members than its minimum; nothing if it does
     * not fit with any}
     *
     * @param least the question about the group with a minimum of 1
     * @param asked its minimum
     * @param meter what all answers together may spend
     */
    public static NearestFits ofQuorum(GroupQuestion least, int asked, WorkMeter meter) {
        requireNonNull(least, "least");
        requireNonNull(meter, "meter");
        List<Suggestion> found = new ArrayList<>();
        Probe probe = new Probe(least, meter, true);
        new ChangeSearch(least, probe, found).lowerMinimum(asked);
        return new NearestFits(found, probe.ranOut() ? List.of(Topic.LOWER_MINIMUM) : List.of());
    }
}
