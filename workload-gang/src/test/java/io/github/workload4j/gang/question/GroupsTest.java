package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static GroupRef composite(int number) {
        return GroupRef.compositePodGroup("ml", "c" + number);
    }

    /** Groups of groups, each inside the one that its entry names, or -1. */
    private static Groups composites(int... parents) {
        List<SchedulingObject> objects = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            String parent = parents[i] < 0 ? "" : "parentCompositePodGroupName: c" + parents[i] + ", ";
            String text = "{apiVersion: scheduling.k8s.io/v1alpha3, kind: CompositePodGroup, metadata: {name: c" + i
                    + ", namespace: ml}, spec: {" + parent + "schedulingPolicy: {gang: {minGroupCount: 1}},"
                    + " workloadRef: {workloadName: w, templateName: t}}}";
            objects.add((SchedulingObject)
                    ((Decoded) ManifestReader.strict().read(text).get(0)).object());
        }
        return Groups.of(objects);
    }

    @Test
    void theRootIsTheTopmostGroupThatExists() {
        Groups groups = composites(-1, 0, 1, 1, 9);
        assertThat(groups.rootOf(composite(3))).isEqualTo(composite(0));
        assertThat(groups.rootOf(composite(0))).isEqualTo(composite(0));
        assertThat(groups.rootOf(composite(4))).isEqualTo(composite(4));
        assertThat(groups.rootOf(GroupRef.podGroup("ml", "nowhere"))).isEqualTo(GroupRef.podGroup("ml", "nowhere"));
    }

    @Test
    void theRootOfACycleIsItsFirstGroupAlsoForGroupsThatHangOnIt() {
        Groups groups = composites(3, 2, 1, 2);
        assertThat(groups.rootOf(composite(1))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(2))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(3))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(0))).isEqualTo(composite(1));
    }

    @Test
    void aChainOfAHundredThousandGroupsIsFollowedWithoutRecursion() {
        int[] parents = new int[100_000];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i - 1;
        }
        Groups groups = composites(parents);
        assertThat(groups.rootOf(composite(parents.length - 1))).isEqualTo(composite(0));
        assertThat(groups.leavesOf(composite(0))).isEmpty();
    }
}
