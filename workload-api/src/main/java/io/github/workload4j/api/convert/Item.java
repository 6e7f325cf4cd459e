package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object on its way.
 *
 * @param source what it was when it was given, or the object it was made up for
 * @param object what it is now
 * @param templates for each of a Workload's first-level templates, where it stood in the source
 */
record Item(ApiObject source, ApiObject object, List<FieldPath> templates) {

    static Item of(ApiObject object) {
        List<FieldPath> templates = new ArrayList<>();
        if (object instanceof Workload workload) {
            String list = workload.apiVersion() == ApiVersion.V1ALPHA1 ? "podGroups" : "podGroupTemplates";
            add(
                    FieldPath.root("spec").child(list),
                    workload.spec().podGroupTemplates().size(),
                    templates);
        }
        return new Item(object, object, templates);
    }

    Item with(ApiObject object) {
        return new Item(source, object, templates);
    }

    /** {@return this Workload with the leaves of its composite templates among its templates} */
    Item withLeaves(Workload flat, List<CompositePodGroupTemplate> composites) {
        List<FieldPath> all = new ArrayList<>(templates);
        addLeaves(FieldPath.root("spec").child("compositePodGroupTemplates"), composites, all);
        return new Item(source, flat, all);
    }

    private static void addLeaves(FieldPath list, List<CompositePodGroupTemplate> composites, List<FieldPath> all) {
        for (int i = 0; i < composites.size(); i++) {
            FieldPath composite = list.index(i);
            add(
                    composite.child("podGroupTemplates"),
                    composites.get(i).podGroupTemplates().size(),
                    all);
            addLeaves(
                    composite.child("compositePodGroupTemplates"),
                    composites.get(i).compositePodGroupTemplates(),
                    all);
        }
    }

    private static void add(FieldPath list, int size, List<FieldPath> all) {
        for (int i = 0; i < size; i++) {
            all.add(list.index(i));
        }
    }
}
