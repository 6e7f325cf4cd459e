/** What to buy: a catalogue of nodes, and the cheapest of them. */
@NullMarked
package io.github.workload4j.cli.purchase;

import org.jspecify.annotations.NullMarked;
