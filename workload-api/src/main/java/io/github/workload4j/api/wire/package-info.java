/**
 * The wire shape of every kind in every version: tables of fields, and what reads and writes by them. Needs the JDK and
 * the model alone.
 */
@NullMarked
package io.github.workload4j.api.wire;

import org.jspecify.annotations.NullMarked;
