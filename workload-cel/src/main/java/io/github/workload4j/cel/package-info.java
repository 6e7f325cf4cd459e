/** Selectors of devices, evaluated: a provider of {@code io.github.workload4j.gang.selector.DeviceSelectors}. */
@NullMarked
package io.github.workload4j.cel;

import org.jspecify.annotations.NullMarked;
