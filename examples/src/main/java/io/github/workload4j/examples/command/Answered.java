package io.github.workload4j.examples.command;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and how long it took.
 *
 * @param verdict what the library says, checked
 * @param nanos wall-clock time of the question
 * @param explanation why, if it was asked for
 */
record Answered(Verdict verdict, long nanos, @Nullable Explanation explanation) {}
