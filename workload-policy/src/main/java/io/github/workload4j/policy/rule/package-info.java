/**
 * The rules, a class per kind and version or per shared concept. A violation carries the id of its rule, so that a rule is found by
 * searching for its id.
 */
@NullMarked
package io.github.workload4j.policy.rule;

import org.jspecify.annotations.NullMarked;
