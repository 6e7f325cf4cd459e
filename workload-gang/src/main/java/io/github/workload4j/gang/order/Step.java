package io.github.workload4j.gang.order;

/**
 * One pod of a class put on a node.
 *
 * @param podClass index of the class
 * @param node index of the node
 */
public record Step(int podClass, int node) {}
