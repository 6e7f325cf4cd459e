package io.github.workload4j.gang.volume;

/** A kind of object of which none was given, though pods depend on some. */
public enum MissingKind {
    /** Claims of pods are not known. */
    CLAIMS("PersistentVolumeClaim", "pvc"),
    /** Volumes of bound claims are not known. */
    VOLUMES("PersistentVolume", "pv"),
    /** What becomes of claims that are not bound is not known. */
    CLASSES("StorageClass", "sc"),
    /** How many volumes a node attaches is not known. */
    NODES("CSINode", "csinodes"),
    /** What a driver that makes volumes asks for is not known. */
    DRIVERS("CSIDriver", "csidrivers");

    private final String kind;
    private final String plural;

    MissingKind(String kind, String plural) {
        this.kind = kind;
        this.plural = plural;
    }

    /** {@return the kind, as manifests write it} */
    public String kind() {
        return kind;
    }

    /** {@return what {@code kubectl get} calls it} */
    public String resource() {
        return plural;
    }
}
