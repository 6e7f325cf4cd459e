/** A resource check for the autoscaler of the Flink Kubernetes operator. */
package io.github.workload4j.examples.flink;
