package io.github.workload4j.gang.packing;

/**
 * Some pods of one class on one node.
 *
 * @param podClass index of the class
 * @param node index of the node
 * @param count number of pods, 1 or more
 */
public record Placed(int podClass, int node, int count) {}
