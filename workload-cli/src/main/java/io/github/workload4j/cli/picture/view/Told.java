package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What a picture tells of one group.
 *
 * @param verdict the verdict
 * @param question what it answers, or null if the group may not be tried, so that no node was looked at
 * @param explanation why the verdict is what it is, or null if nobody asked
 * @param greedy what the scheduler's own cycle would do, or null if nobody asked
 * @param addition what the verdict takes to be otherwise than it is, or null if nothing is
 */
public record Told(
        Verdict verdict,
        @Nullable GroupQuestion question,
        @Nullable Explanation explanation,
        @Nullable Greedy greedy,
        @Nullable Addition addition) {}
