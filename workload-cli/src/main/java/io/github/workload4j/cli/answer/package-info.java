/** The check of groups: answers, certificates and explanations, as text and as JSON. */
@NullMarked
package io.github.workload4j.cli.answer;

import org.jspecify.annotations.NullMarked;
