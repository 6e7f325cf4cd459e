package io.github.workload4j.intent.kind.kubernetes;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.draft.Draft;
import io.github.workload4j.intent.draft.GroupDraft;
import io.github.workload4j.intent.draft.SchedulingBlocks;
import io.github.workload4j.intent.draft.ShapeDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads LeaderWorkerSet ({@code leaderworkerset.x-k8s.io/v1}, release 0.9): replicas of a leader and its workers. A
 * {@code spec.scheduling}, which no release has yet, is read as its development line has it.
 */
public final class LeaderWorkerSetReader {

    private static final String MARKS = "leaderworkerset.sigs.k8s.io/";
    private static final String EXCLUSIVE = MARKS + "exclusive-topology";
    private static final String SUBGROUP_EXCLUSIVE = MARKS + "subgroup-exclusive-topology";
    private static final String LEADER = "leader";
    private static final String WORKER = "worker";

    private final Draft draft;
    private final PlainValue template;
    private final long replicas;
    private final long size;
    private final ShapeDraft leader;
    private final ShapeDraft worker;
    private final boolean leaderFirst;

    private LeaderWorkerSetReader(Draft draft) {
        this.draft = draft;
        this.template = draft.spec().field("leaderWorkerTemplate");
        this.replicas = draft.count(draft.spec().field("replicas"), 1);
        this.size = Math.max(1, draft.count(template.field("size"), 1));
        PlainValue ofLeader = template.field("leaderTemplate");
        this.leader = marked(draft.shape(LEADER, 1, ofLeader.isThere() ? ofLeader : template.field("workerTemplate")))
                .label(MARKS + "worker-index", "0");
        this.worker = marked(draft.shape(WORKER, size - 1, template.field("workerTemplate")));
        this.leaderFirst = draft.text(draft.spec().field("startupPolicy")).equals("LeaderReady") && size > 1;
    }

    private ShapeDraft marked(ShapeDraft shape) {
        return shape.label(MARKS + "name", draft.object.source().name()).numbered(MARKS + "group-index");
    }

    public static void read(Draft draft) {
        LeaderWorkerSetReader reader = new LeaderWorkerSetReader(draft);
        if (draft.product(draft.spec(), reader.replicas, reader.size) == 0) {
            return;
        }
        if (reader.leaderFirst) {
            draft.lose(draft.spec().field("startupPolicy"), Loss.Kind.APPROXIMATED, "order becomes phases");
        }
        PlainValue scheduling = draft.spec().field("scheduling");
        if (scheduling.isThere()) {
            reader.scheduling(scheduling);
        } else {
            reader.released();
        }
    }

    private @Nullable String exclusiveKey(String annotation) {
        PlainValue value = draft.annotation(annotation);
        String key = draft.text(value);
        if (key.isEmpty()) {
            return null;
        }
        draft.lose(value, Loss.Kind.APPROXIMATED, "one domain, but not for it alone");
        return key;
    }

    private void released() {
        String key = exclusiveKey(EXCLUSIVE);
        PlainValue subgroups = template.field("subGroupPolicy");
        String subgroupKey = subgroups.isThere() ? exclusiveKey(SUBGROUP_EXCLUSIVE) : null;
        if (!draft.isUnit() && key == null && subgroupKey == null) {
            draft.add(GroupDraft.ofPods(LEADER, 0, leader.times(replicas)));
            draft.add(GroupDraft.ofPods(WORKER, 0, worker.times(replicas * (size - 1)))
                    .phase(leaderFirst ? 1 : 0));
        } else if (subgroupKey != null) {
            subgroups(subgroups, key, subgroupKey);
        } else if (leaderFirst) {
            replicated(GroupDraft.ofPods(LEADER, gang(1), leader).key(key));
            replicated(
                    GroupDraft.ofPods(WORKER, gang(size - 1), worker).key(key).phase(1));
        } else {
            replicated(GroupDraft.ofPods("replica", gang(size), List.of(leader, worker))
                    .key(key));
        }
    }

    private long gang(long minimum) {
        return draft.isUnit() ? minimum : 0;
    }

    private GroupDraft replicated(GroupDraft group) {
        return draft.add(group.instances(replicas));
    }

    /** Equal parts of each replica, each in a domain of its own. */
    private void subgroups(PlainValue policy, @Nullable String key, String subgroupKey) {
        long each = draft.count(policy.field("subGroupSize"), size);
        boolean apart = draft.text(policy.field("subGroupPolicyType")).equals("LeaderExcluded");
        boolean even = !apart && each > 0 && size % each == 0;
        if (each < 1 || !even && (size - 1) % each != 0) {
            draft.wrong(
                    policy.field("subGroupSize"),
                    "subgroups of " + each + " do not divide a replica of " + size,
                    "the size, or one less, must be a multiple of it");
            return;
        }
        long count = even ? size / each : (size - 1) / each;
        if (!draft.hasRoom(policy, count + 2)) {
            return;
        }
        boolean separate = apart || leaderFirst;
        GroupDraft replica = replicated(GroupDraft.ofGroups("replica", count + (apart && !leaderFirst ? 1 : 0))
                .key(key));
        if (leaderFirst) {
            replica.phase = 1;
            replicated(GroupDraft.ofPods(LEADER, 1, leader));
        } else if (apart) {
            draft.add(GroupDraft.ofPods(LEADER, 1, leader).in(replica));
        }
        for (int i = 0; i < count; i++) {
            boolean withLeader = i == 0 && !separate;
            List<ShapeDraft> shapes = new ArrayList<>();
            if (withLeader) {
                shapes.add(leader);
            }
            shapes.add(
                    worker.times(each - (i == 0 && even ? 1 : 0)).label(MARKS + "subgroup-index", String.valueOf(i)));
            long pods = shapes.stream().mapToLong(shape -> shape.pods).sum();
            draft.add(GroupDraft.ofPods("subgroup-" + i, pods, shapes)
                    .key(subgroupKey)
                    .phase(replica.phase)
                    .in(replica));
        }
    }

    private void scheduling(PlainValue scheduling) {
        PlainValue replica = scheduling.field("replica");
        PlainValue ofLeader = replica.field(LEADER);
        PlainValue ofWorker = replica.field(WORKER);
        SchedulingBlocks top = blocks(scheduling);
        SchedulingBlocks each = blocks(replica);
        if (ofLeader.isThere() || ofWorker.isThere()) {
            oneLevel(scheduling, !top.isEmpty() || !each.isEmpty());
            replicated(part(ofLeader, LEADER, 1, leader));
            replicated(part(ofWorker, WORKER, size - 1, worker).phase(leaderFirst ? 1 : 0));
        } else if (!top.isEmpty()) {
            oneLevel(scheduling, replica.isThere());
            List<ShapeDraft> all = List.of(leader.times(replicas), worker.times(replicas * (size - 1)));
            draft.add(top.group("lws", replicas * size, all));
        } else {
            replicated(notOrdered(each.orGang()).group("replica", size, List.of(leader, worker)));
        }
    }

    private void oneLevel(PlainValue scheduling, boolean isAnother) {
        if (isAnother) {
            draft.wrong(
                    scheduling,
                    "it speaks of several levels",
                    "expected one of: the whole set, `replica`, or `leader` and `worker` in it");
        }
    }

    private GroupDraft part(PlainValue value, String name, long pods, ShapeDraft shape) {
        SchedulingBlocks blocks = blocks(value);
        if (size < 2) {
            draft.wrong(value, "a replica of one pod has no leader and workers", "expected a size of 2 or more");
        } else if (blocks.minimum() > 0 && blocks.minimum() != pods) {
            draft.wrong(blocks.at(), "a minimum of " + blocks.minimum(), "expected all " + pods + ", or none");
        }
        return blocks.group(name, pods, shape);
    }

    private SchedulingBlocks blocks(PlainValue value) {
        PlainValue groups = value.field("schedulingPolicy").field("gang").field("minGroupCount");
        if (groups.isThere()) {
            draft.wrong(groups, "a count of groups", "expected `minCount`");
        }
        return notOrdered(SchedulingBlocks.of(draft, value));
    }

    /** A gang has no order in it, and no domain of its own. */
    private SchedulingBlocks notOrdered(SchedulingBlocks blocks) {
        PlainValue exclusive = draft.annotation(EXCLUSIVE);
        if (blocks.isGang() && leaderFirst) {
            draft.wrong(blocks.at(), "a gang whose workers wait for their leader", "expected no `LeaderReady`");
        } else if (blocks.isGang() && exclusive.isThere()) {
            draft.wrong(blocks.at(), "a gang in an exclusive domain", "expected only one of the two");
        }
        return blocks;
    }
}
