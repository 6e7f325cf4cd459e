/**
 * What every kind looks like in every version: tables of fields, and which kind has which table.
 */
@NullMarked
package io.github.workload4j.api.wire.table;

import org.jspecify.annotations.NullMarked;
