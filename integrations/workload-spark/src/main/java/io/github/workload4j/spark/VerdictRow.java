package io.github.workload4j.spark;

import io.github.workload4j.gang.fleet.ShapeAnswer;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a cluster says to a shape at one moment: {@link ShapeAnswer} as a row. Equal by value.
 *
 * @since 0.1.0
 */
public class VerdictRow implements Serializable {

    /** The columns, in their order: those of the getters. */
    public static final StructType SCHEMA = new StructType()
            .add("cluster", DataTypes.StringType)
            .add("time", DataTypes.TimestampType)
            .add("shape", DataTypes.StringType)
            .add("verdict", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("domain", DataTypes.StringType)
            .add("scarcest", DataTypes.StringType)
            .add("missing", DataTypes.createDecimalType(38, 0))
            .add("steps", DataTypes.LongType, false)
            .add("certificate", DataTypes.StringType);

    private static final long serialVersionUID = 1;

    private String cluster = "";
    private Instant time = Instant.EPOCH;
    private String shape = "";
    private String verdict = "";
    private String reason;
    private String domain;
    private String scarcest;
    private BigInteger missing = BigInteger.ZERO;
    private long steps;
    private String certificate;

    /** {@return an answer as a row} */
    public static VerdictRow of(ShapeAnswer answer) {
        VerdictRow row = new VerdictRow();
        row.cluster = answer.answer().cluster();
        row.time = answer.time();
        row.shape = answer.shape();
        row.verdict = answer.answer().verdict().word();
        row.reason = answer.reason().orElse(null);
        row.domain = answer.domain().orElse(null);
        row.scarcest = answer.answer().scarcest() == null
                ? null
                : answer.answer().scarcest().resource();
        row.missing = answer.missing();
        row.steps = answer.answer().verdict().steps();
        row.certificate = answer.certificate();
        return row;
    }

    /** {@return the encoder of these rows} */
    public static Encoder<VerdictRow> encoder() {
        return Encoders.bean(VerdictRow.class);
    }

    private Object[] columns() {
        return new Object[] {cluster, time, shape, verdict, reason, domain, scarcest, missing, steps, certificate};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerdictRow row && Arrays.equals(columns(), row.columns());
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns());
    }

    /** {@return all columns, in a line} */
    @Override
    public String toString() {
        return "VerdictRow" + Arrays.toString(columns());
    }

    /** {@return the name of the cluster} */
    public String getCluster() {
        return cluster;
    }

    public void setCluster(String cluster) {
        this.cluster = cluster;
    }

    /** {@return when the cluster was so; Spark keeps microseconds} */
    public Instant getTime() {
        return time;
    }

    public void setTime(Instant time) {
        this.time = time;
    }

    /** {@return the name of the shape} */
    public String getShape() {
        return shape;
    }

    public void setShape(String shape) {
        this.shape = shape;
    }

    /** {@return the word of the verdict, such as {@code feasible}} */
    public String getVerdict() {
        return verdict;
    }

    public void setVerdict(String verdict) {
        this.verdict = verdict;
    }

    /** {@return why it was not tried, or is undetermined; null otherwise} */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** {@return where it fits, as {@code key=value}; null if it is not bound to a domain, or does not fit} */
    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    /** {@return the resource of which it takes the largest share of what is free; null if it was not tried} */
    public String getScarcest() {
        return scarcest;
    }

    public void setScarcest(String scarcest) {
        this.scarcest = scarcest;
    }

    /** {@return what it asks of that beyond what is free: cpu in thousandths, the rest in units} */
    public BigInteger getMissing() {
        return missing;
    }

    public void setMissing(BigInteger missing) {
        this.missing = missing;
    }

    /** {@return steps of the budget that were spent} */
    public long getSteps() {
        return steps;
    }

    public void setSteps(long steps) {
        this.steps = steps;
    }

    /** {@return the proof as JSON; null if none was asked for, or there is none} */
    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }
}
