package io.github.workload4j.api;

import org.jspecify.annotations.Nullable;

/** What a {@link PodGroup} or a {@link CompositePodGroup} asks. */
public sealed interface GroupSpec extends GroupFields permits PodGroupSpec, CompositePodGroupSpec {

    /** {@return the group of groups that this one belongs to, or null for a root} */
    @Nullable
    String parentCompositePodGroupName();

    /** {@return the template that the group was made from, or null for a group on its own} */
    @Nullable
    TemplateRef workloadRef();
}
