/**
 * Shapes asked of stored snapshots as rows of Spark SQL: what {@link io.github.workload4j.gang.fleet.ShapeSweep} is on
 * the cores of one machine. Rows are beans, for {@link org.apache.spark.sql.Encoders#bean}; each has its schema.
 *
 * @since 0.1.0
 */
package io.github.workload4j.spark;
