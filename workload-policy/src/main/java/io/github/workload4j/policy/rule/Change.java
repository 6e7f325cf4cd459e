package io.github.workload4j.policy.rule;

import io.github.workload4j.policy.Rule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the fields of a subject are judged on create or on update.
 *
 * <p>On create, a field is judged if it is set. On update, a field that is the same as before is not judged again, and
 * one that is fixed must be the same. Values are constants of the rule classes, so that a check makes none.
 */
sealed interface Change {

    /** {@return whose fields are judged} */
    Subject subject();

    /** {@return whether there is a stored object} */
    boolean isUpdate();

    /**
     * Judges whether a field may be set, and on update whether it may have changed.
     *
     * @param old the stored value; not looked at on create
     * @return whether the value is still to be judged
     */
    boolean admits(String field, @Nullable Object now, @Nullable Object old, Findings at);

    /**
     * Judges the same of a field with a feature gate.
     *
     * @param isOn whether the gate is on
     * @param gateRule the rule that a value breaks if the gate is off
     */
    boolean admits(String field, @Nullable Object now, @Nullable Object old, boolean isOn, Rule gateRule, Findings at);

    /** {@return a rule as the subject lists it} */
    default Rule rule(SharedRule rule) {
        return rule.of(subject());
    }

    /** The object is created. */
    record Create(Subject subject) implements Change {

        @Override
        public boolean isUpdate() {
            return false;
        }

        @Override
        public boolean admits(String field, @Nullable Object now, @Nullable Object old, Findings at) {
            return DeclarativeRules.isSet(now);
        }

        @Override
        public boolean admits(
                String field, @Nullable Object now, @Nullable Object old, boolean isOn, Rule gateRule, Findings at) {
            return !DeclarativeRules.forbidden(field, now, isOn, gateRule, at) && DeclarativeRules.isSet(now);
        }
    }

    /**
     * The object is updated.
     *
     * @param whenChanged the rule that a change of a fixed field breaks
     * @param whenPolicySwitched the rule that another kind of policy breaks
     */
    record Update(Subject subject, Rule whenChanged, Rule whenPolicySwitched) implements Change {

        @Override
        public boolean isUpdate() {
            return true;
        }

        @Override
        public boolean admits(String field, @Nullable Object now, @Nullable Object old, Findings at) {
            if (!Objects.equals(old, now)) {
                DeclarativeRules.immutable(field, whenChanged, at);
            }
            return false;
        }

        @Override
        public boolean admits(
                String field, @Nullable Object now, @Nullable Object old, boolean isOn, Rule gateRule, Findings at) {
            if (!Objects.equals(old, now)) {
                DeclarativeRules.forbidden(field, now, isOn, gateRule, at);
                DeclarativeRules.immutable(field, whenChanged, at);
            }
            return false;
        }
    }
}
