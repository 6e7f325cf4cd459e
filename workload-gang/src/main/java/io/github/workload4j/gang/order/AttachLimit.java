package io.github.workload4j.gang.order;

/**
 * How many volumes of one driver nodes attach. A pod may go to a node, at its turn, if it brings nothing new, or if
 * what is there, in use or only attached still, and what it brings that is not in use there are not too much together.
 *
 * @param most for each node how many it attaches; {@link Integer#MAX_VALUE} for no limit
 * @param there for each node how many are there
 * @param fresh for each class how many volumes each of its pods brings that nobody else uses
 * @param keys for each class the volumes that its pods bring and that are told apart, by number
 * @param used for each volume that is told apart the nodes on which it is in use, as bits
 * @param lingering for each of them the nodes on which it is attached and nobody uses it, as bits
 */
public record AttachLimit(int[] most, int[] there, int[] fresh, int[][] keys, long[][] used, long[][] lingering) {

    boolean brings(int podClass) {
        return fresh[podClass] + keys[podClass].length > 0;
    }

    boolean isUsed(int key, int node) {
        return VolumeRule.has(used[key], node);
    }

    boolean lingers(int key, int node) {
        return VolumeRule.has(lingering[key], node);
    }
}
