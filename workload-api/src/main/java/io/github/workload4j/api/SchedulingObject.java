package io.github.workload4j.api;

import io.github.workload4j.api.meta.ApiObject;

/** An object of the Workload API. */
public sealed interface SchedulingObject extends ApiObject permits Workload, GroupObject {

    /** {@return the version the object is written in} */
    ApiVersion apiVersion();
}
