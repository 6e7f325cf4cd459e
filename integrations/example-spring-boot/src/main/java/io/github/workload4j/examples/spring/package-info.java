/** An endpoint of Spring Boot that takes Workloads. */
package io.github.workload4j.examples.spring;
