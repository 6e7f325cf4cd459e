/**
 * What reads and writes by tables of fields: types of values, shapes of objects, and the cursors and outputs between
 * them and a text. Needs the JDK and the model alone.
 */
@NullMarked
package io.github.workload4j.api.wire;

import org.jspecify.annotations.NullMarked;
