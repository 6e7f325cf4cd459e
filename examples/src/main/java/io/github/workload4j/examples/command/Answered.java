package io.github.workload4j.examples.command;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Explanation;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and how long it took.
 *
 * @param verdict what the library says, checked
 * @param nanos wall-clock time of the question
 * @param explanation why, if it was asked for
 * @param greedy pods that kube-scheduler's cycle would place, if it was asked for and tried
 */
record Answered(Verdict verdict, long nanos, @Nullable Explanation explanation, OptionalInt greedy) {}
