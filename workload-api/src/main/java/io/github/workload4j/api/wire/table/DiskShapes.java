package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.pointer;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The wire shapes of disks that pods and volumes name themselves: a field for each type, of which one is set. */
final class DiskShapes {

    private static final int TYPES = Disk.Type.values().length;

    private static final Shape<Disk> RBD = Shape.<Disk>rows()
            .field("monitors", list(TEXT), Disk::monitors)
            .field("image", TEXT, Disk::id)
            .field("pool", TEXT, Disk::pool)
            .field("readOnly", TRUTH, Disk::readOnly)
            .partOf("RBDVolumeSource")
            .make(DiskShapes::rbd);

    private DiskShapes() {}

    private static Shape<Disk> shape(Disk.Type type) {
        return switch (type) {
            case AWS_ELASTIC_BLOCK_STORE -> simple(type, "volumeID", "AWSElasticBlockStoreVolumeSource");
            case AZURE_DISK -> simple(type, "diskURI", "AzureDiskVolumeSource");
            case CINDER -> simple(type, "volumeID", "CinderVolumeSource");
            case GCE_PERSISTENT_DISK -> simple(type, "pdName", "GCEPersistentDiskVolumeSource");
            case ISCSI -> simple(type, "iqn", "ISCSIVolumeSource");
            case PORTWORX -> simple(type, "volumeID", "PortworxVolumeSource");
            case RBD -> RBD;
        };
    }

    private static Shape<Disk> simple(Disk.Type type, String id, String core) {
        return Shape.<Disk>rows()
                .field(id, TEXT, Disk::id)
                .field("readOnly", TRUTH, Disk::readOnly)
                .partOf(core)
                .make(v -> Disk.of(type, v.next(), v.next()));
    }

    private static Disk rbd(ValueStack v) {
        List<String> monitors = v.next();
        String image = v.next();
        String pool = v.next();
        return new Disk(Disk.Type.RBD, image, v.next(), monitors, pool);
    }

    /** Adds a field for each type. */
    static <T> Shape.Rows<T> rows(Shape.Rows<T> rows, Function<T, @Nullable Disk> disk) {
        Shape.Rows<T> all = rows;
        for (Disk.Type type : Disk.Type.values()) {
            all = all.field(type.field(), pointer(shape(type)), object -> {
                Disk own = disk.apply(object);
                return own != null && own.type() == type ? own : null;
            });
        }
        return all;
    }

    /** {@return the first of them that is set, or null} */
    static @Nullable Disk next(ValueStack v) {
        Disk found = null;
        for (int t = 0; t < TYPES; t++) {
            Disk one = v.next();
            found = found == null ? one : found;
        }
        return found;
    }
}
