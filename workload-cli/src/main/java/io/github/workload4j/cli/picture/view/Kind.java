package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.GroupRef;

/**
 * Pods that look alike, and the sign they are drawn with.
 *
 * @param mark the sign
 * @param group the group they are in
 * @param name what they are called: a name, or what their names begin and end with
 * @param count how many wait
 * @param placed how many of them are placed
 * @param asks what one asks for, by resource of the view; empty if they differ
 */
public record Kind(Mark mark, GroupRef group, String name, int count, int placed, long[] asks) {}
