package io.github.workload4j.gang.volume;

/**
 * A driver that a pod needs on its node.
 *
 * @param driver its name
 * @param older whether the volume is of an older kind, so that a node that does not tell of drivers has it as well
 */
record DriverUse(String driver, boolean older) implements Comparable<DriverUse> {

    @Override
    public int compareTo(DriverUse other) {
        int byName = driver.compareTo(other.driver);
        return byName != 0 ? byName : Boolean.compare(older, other.older);
    }
}
