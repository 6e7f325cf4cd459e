package io.github.workload4j.examples.command;

import io.github.workload4j.gang.Verdict;

/**
 * A verdict, and how long it took.
 *
 * @param verdict what the library says, checked
 * @param nanos wall-clock time of the question
 */
record Answered(Verdict verdict, long nanos) {}
