/** Feature steps for Spark on Kubernetes: the executors as a gang. */
package io.github.workload4j.examples.spark;
