package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.FilterReason;

/** Why volumes keep a pod away, in the few words that a picture has room for. */
final class VolumeWords {

    private VolumeWords() {}

    /** {@return the words for a reason about volumes; for another one, that there are others} */
    static String of(FilterReason reason) {
        if (reason instanceof FilterReason.ClaimRefused refused) {
            return "claim " + refused.claim() + " is not usable";
        }
        if (reason instanceof FilterReason.VolumeElsewhere elsewhere) {
            return "volume " + elsewhere.volume() + " is elsewhere";
        }
        if (reason instanceof FilterReason.NoVolume none) {
            return "no volume for claim " + none.claim();
        }
        if (reason instanceof FilterReason.DriverMissing missing) {
            return "no driver " + missing.driver();
        }
        if (reason instanceof FilterReason.TooManyVolumes many) {
            return "no more volumes of " + many.driver();
        }
        return reason instanceof FilterReason.DiskInUse ? "disk in use" : "other reasons";
    }
}
