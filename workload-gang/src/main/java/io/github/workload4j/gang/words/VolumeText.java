package io.github.workload4j.gang.words;

import io.github.workload4j.gang.FilterReason;

/** Why volumes keep a pod away from nodes, in a few words each. */
final class VolumeText {

    private VolumeText() {}

    static String of(FilterReason.OfVolumes reason) {
        if (reason instanceof FilterReason.ClaimRefused refused) {
            return of(refused);
        }
        if (reason instanceof FilterReason.VolumeElsewhere elsewhere) {
            return "claim " + Style.printable(elsewhere.claim()) + " is bound to volume "
                    + Style.printable(elsewhere.volume()) + ", which is not reached from there";
        }
        if (reason instanceof FilterReason.NoVolume none) {
            return "no volume of class " + Style.printable(none.storageClass()) + " for claim "
                    + Style.printable(none.claim()) + " reached from there, and none can be made";
        }
        if (reason instanceof FilterReason.DriverMissing missing) {
            return "CSI driver " + Style.printable(missing.driver()) + " is not there and insists on it";
        }
        if (reason instanceof FilterReason.TooManyVolumes many) {
            return "attaches no more volumes of " + Style.printable(many.driver());
        }
        return "a disk that the pod names is used by another pod there";
    }

    private static String of(FilterReason.ClaimRefused refused) {
        String claim = "claim " + Style.printable(refused.claim()) + " ";
        String other = Style.printable(refused.other());
        return claim
                + switch (refused.problem()) {
                    case MISSING -> "does not exist";
                    case LOST -> "has lost its volume";
                    case BEING_DELETED -> "is being deleted";
                    case OF_ANOTHER -> "belongs to somebody else, and the pod's own has that name";
                    case NOT_MADE_YET -> "is still to be made from the pod's template";
                    case NO_CLASS -> "is not bound and has no class";
                    case CLASS_MISSING -> "waits to be bound: its class " + other + " does not exist";
                    case IMMEDIATE -> "waits to be bound: class " + other + " binds immediately";
                    case NOT_COMPLETED -> "waits to be bound: binding to volume " + other + " is not completed";
                    case VOLUME_MISSING -> "is bound to volume " + other + ", which does not exist";
                    case IN_USE -> "is ReadWriteOncePod and used by " + other;
                };
    }
}
