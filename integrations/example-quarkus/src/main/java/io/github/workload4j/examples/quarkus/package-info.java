/** An endpoint of Quarkus that takes Workloads. */
package io.github.workload4j.examples.quarkus;
