package io.github.workload4j.policy.rule;

import io.github.workload4j.api.meta.ApiObject;

/**
 * The rules of one kind, beside those of metadata.
 *
 * @param <T> the kind
 * @param kind the kind
 * @param create rules of a new object
 * @param update rules of an object that replaces a stored one
 * @param status rules of a new status, or {@link NoStatus}
 */
record KindRules<T extends ApiObject>(Class<T> kind, OnCreate<T> create, OnUpdate<T> update, OnUpdate<T> status) {

    /** Rules of a new object. */
    interface OnCreate<T> {
        void check(T object, RuleContext context, Findings at);
    }

    /** Rules of an object that replaces a stored one. */
    interface OnUpdate<T> {
        void check(T old, T updated, RuleContext context, Findings at);
    }

    /** No rules: the status is not judged, and neither is the metadata that comes with it. */
    record NoStatus<T>() implements OnUpdate<T> {
        @Override
        public void check(T old, T updated, RuleContext context, Findings at) {}
    }

    void checkCreate(ApiObject object, RuleContext context, Findings at) {
        create.check(kind.cast(object), context, at);
    }

    /** Checks an update; an old object of another class says nothing about the new one. */
    void checkUpdate(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        if (kind.isInstance(old)) {
            update.check(kind.cast(old), kind.cast(updated), context, at);
        }
    }

    boolean hasStatus() {
        return !(status instanceof NoStatus);
    }

    void checkStatus(ApiObject old, ApiObject updated, RuleContext context, Findings at) {
        status.check(kind.cast(old), kind.cast(updated), context, at);
    }
}
