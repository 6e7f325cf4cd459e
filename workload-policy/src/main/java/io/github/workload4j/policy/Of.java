package io.github.workload4j.policy;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which kinds a {@link Rule} is about. */
final class Of {

    static final Set<Class<? extends ApiObject>> WORKLOAD = kinds(Workload.class);
    static final Set<Class<? extends ApiObject>> POD_GROUP = kinds(PodGroup.class);
    static final Set<Class<? extends ApiObject>> COMPOSITE_POD_GROUP = kinds(CompositePodGroup.class);
    static final Set<Class<? extends ApiObject>> POD = kinds(Pod.class);
    static final Set<Class<? extends ApiObject>> JOB = kinds(Job.class);
    static final Set<Class<? extends ApiObject>> PRIORITY_CLASS = kinds(PriorityClass.class);
    static final Set<Class<? extends ApiObject>> LEAF = kinds(Workload.class, PodGroup.class);
    static final Set<Class<? extends ApiObject>> COMPOSITE = kinds(Workload.class, CompositePodGroup.class);
    static final Set<Class<? extends ApiObject>> RUNTIME_GROUPS = kinds(PodGroup.class, CompositePodGroup.class);
    static final Set<Class<? extends ApiObject>> GROUPS =
            kinds(Workload.class, PodGroup.class, CompositePodGroup.class);
    static final Set<Class<? extends ApiObject>> MEMBERS = kinds(Pod.class, Job.class);
    static final Set<Class<? extends ApiObject>> ALL_BUT_PRIORITY_CLASS =
            kinds(Workload.class, PodGroup.class, Pod.class, Job.class);
    static final Set<Class<? extends ApiObject>> NAMESPACED =
            kinds(Workload.class, PodGroup.class, CompositePodGroup.class, Pod.class, Job.class);
    static final Set<Class<? extends ApiObject>> ALL =
            kinds(Workload.class, PodGroup.class, CompositePodGroup.class, Pod.class, Job.class, PriorityClass.class);

    private Of() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Set<Class<? extends ApiObject>> kinds(Class<? extends ApiObject>... kinds) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(kinds)));
    }
}
