package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * What becomes of a claim that is not bound yet, when its pod is placed: it gets a volume that exists, or one is made.
 *
 * @param claim name of the claim, in the pod's namespace
 * @param volume name of the volume; empty if one is to be made
 * @param provision name of the class of which one is to be made; empty if there is a volume
 */
public record ClaimChoice(String claim, String volume, String provision) {

    public ClaimChoice {
        requireNonNull(claim, "claim");
        requireNonNull(volume, "volume");
        requireNonNull(provision, "provision");
        if (volume.isEmpty() == provision.isEmpty()) {
            throw new IllegalArgumentException("claim " + claim + ": volume '" + volume + "', provision '" + provision
                    + "' (expected: exactly one of them)");
        }
    }

    /** {@return the claim gets a volume that exists} */
    public static ClaimChoice volume(String claim, String volume) {
        return new ClaimChoice(claim, volume, "");
    }

    /** {@return a volume of a class is to be made for the claim} */
    public static ClaimChoice provision(String claim, String storageClass) {
        return new ClaimChoice(claim, "", requireNonNull(storageClass, "storageClass"));
    }

    /** {@return such as {@code c0=v1}, or {@code c0=new of fast}} */
    @Override
    public String toString() {
        return claim + "=" + (volume.isEmpty() ? "new of " + provision : volume);
    }
}
