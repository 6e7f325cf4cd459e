package io.github.workload4j.api.convert;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.Condition;
import java.util.ArrayList;
import java.util.List;

/** The condition of a PodGroup that says that it was scheduled, whose name and meaning changed. */
final class Conditions {

    static final String ALPHA2 = "PodGroupScheduled";
    static final String BETA = "PodGroupInitiallyScheduled";

    private Conditions() {}

    static List<Condition> renamed(
            ApiObject source, List<Condition> conditions, String from, String to, Losses losses) {
        List<Condition> renamed = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            if (condition.type().equals(from)) {
                FieldPath path =
                        FieldPath.root("status").child("conditions").index(i).child("type");
                String detail = "is " + to
                        + (to.equals(BETA) ? ", which stays True once it is True" : ", which may become False again");
                losses.add(source, path, Loss.Kind.APPROXIMATED, CompactJson.text(from), detail);
                condition = condition.toBuilder().type(to).build();
            }
            renamed.add(condition);
        }
        return renamed;
    }
}
