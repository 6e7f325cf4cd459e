package io.github.workload4j.spark;

import java.io.Serializable;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A cluster and what was stored of it: one snapshot, or a whole one and what changed, such as a day. The unit of work:
 * what is in one row is read and asked about by one task.
 *
 * @since 0.1.0
 */
public class SnapshotRow implements Serializable {

    /** The columns: {@code cluster}, {@code stored}. */
    public static final StructType SCHEMA =
            new StructType().add("cluster", DataTypes.StringType).add("stored", DataTypes.BinaryType);

    private static final long serialVersionUID = 1;

    private String cluster = "";
    private byte[] stored = {};

    /** {@return a row; the bytes are shared, not copied} */
    public static SnapshotRow of(String cluster, byte[] stored) {
        SnapshotRow row = new SnapshotRow();
        row.cluster = cluster;
        row.stored = stored;
        return row;
    }

    /** {@return the encoder of these rows} */
    public static Encoder<SnapshotRow> encoder() {
        return Encoders.bean(SnapshotRow.class);
    }

    /** {@return the name of the cluster} */
    public String getCluster() {
        return cluster;
    }

    public void setCluster(String cluster) {
        this.cluster = cluster;
    }

    /** {@return bytes of a {@link io.github.workload4j.gang.stored.SnapshotWriter}} */
    public byte[] getStored() {
        return stored;
    }

    public void setStored(byte[] stored) {
        this.stored = stored;
    }
}
