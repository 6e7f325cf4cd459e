package io.github.workload4j.spark;

import io.github.workload4j.gang.fleet.GangShape;
import java.io.Serializable;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A group to ask about, as {@link GangShape#read} takes it.
 *
 * @since 0.1.0
 */
public class ShapeRow implements Serializable {

    /** The columns: {@code name}, {@code manifests}. */
    public static final StructType SCHEMA =
            new StructType().add("name", DataTypes.StringType).add("manifests", DataTypes.StringType);

    private static final long serialVersionUID = 1;

    private String name = "";
    private String manifests = "";

    /** {@return a row} */
    public static ShapeRow of(String name, String manifests) {
        ShapeRow row = new ShapeRow();
        row.name = name;
        row.manifests = manifests;
        return row;
    }

    /**
     * {@return the shape}
     *
     * @throws IllegalArgumentException as {@link GangShape#read}
     */
    public GangShape toShape() {
        return GangShape.read(name, manifests);
    }

    /** {@return the encoder of these rows} */
    public static Encoder<ShapeRow> encoder() {
        return Encoders.bean(ShapeRow.class);
    }

    /** {@return what the shape is called in answers} */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** {@return the group and its pods, in YAML or JSON} */
    public String getManifests() {
        return manifests;
    }

    public void setManifests(String manifests) {
        this.manifests = manifests;
    }
}
