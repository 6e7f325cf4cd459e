/**
 * Answers as text for people and as JSON for programs, as the command says them. Texts are English, of lines of about
 * a hundred columns, safe to print: nothing in a name can move a cursor or hide. JSON keeps to the schemas in
 * {@code docs/schema}. Everything here is immutable, and the same answer gives the same bytes.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.report;

import org.jspecify.annotations.NullMarked;
