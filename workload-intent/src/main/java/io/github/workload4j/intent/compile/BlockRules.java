package io.github.workload4j.intent.compile;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.format.TextFormat;
import io.github.workload4j.api.json.CompactJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Single building blocks, judged as they are written. On update what is as it was before is not judged again; a union
 * is if its members are not those of before.
 */
final class BlockRules {

    private final boolean update;
    private final List<Violation> found = new ArrayList<>();

    BlockRules(boolean update) {
        this.update = update;
    }

    /** {@return what was found since the last call} */
    List<Violation> take() {
        List<Violation> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    /**
     * Judges the blocks of an item.
     *
     * @param old those of the item before, or null if there was none
     * @param item the item's path
     */
    void judge(ItemInput now, @Nullable ItemInput old, FieldPath item) {
        boolean leaf = now instanceof ItemInput.Leaf;
        ItemInput before = update && old != null && old.getClass() == now.getClass() ? old : nothing(leaf);
        Members policy = Members.of(now);
        if (policy != null) {
            String count = leaf ? "minCount" : "minGroupCount";
            policy(policy, Members.of(before), count, now.schedulingPolicy().below(item));
        }
        constraints(now.schedulingConstraints(), before.schedulingConstraints().value(), item);
        mode(now.disruptionMode(), before.disruptionMode().value(), item);
        if (leaf) {
            claims(((ItemInput.Leaf) now).resourceClaims(), ((ItemInput.Leaf) before).resourceClaims(), item);
        }
    }

    private static ItemInput nothing(boolean leaf) {
        return leaf ? ItemInput.Leaf.NONE : ItemInput.Composite.NONE;
    }

    private void policy(Members now, @Nullable Members old, String count, FieldPath path) {
        if (old == null || old.basic() != now.basic() || old.gang() != now.gang()) {
            union(now.basic(), now.gang(), "basic", "gang", ItemRule.POLICY, path);
        }
        boolean unchanged = old != null && Objects.equals(old.count(), now.count());
        if (now.count() != null && now.count() < 1 && !unchanged) {
            add(
                    path.child("gang").child(count),
                    Type.INVALID,
                    CompactJson.number(now.count()),
                    "must be greater than or equal to 1",
                    ItemRule.COUNT,
                    "minimum");
        }
    }

    private void constraints(Block<SchedulingConstraints> now, @Nullable SchedulingConstraints old, FieldPath item) {
        if (now.value() != null && !now.value().equals(old)) {
            topology(now.value().topology(), now.below(item).child("topology"));
        }
    }

    private void mode(Block<DisruptionMode> block, @Nullable DisruptionMode old, FieldPath item) {
        DisruptionMode now = block.value();
        if (now != null && (old == null || old.isSingle() != now.isSingle() || old.isAll() != now.isAll())) {
            union(now.isSingle(), now.isAll(), "single", "all", ItemRule.MODE, block.below(item));
        }
    }

    private void topology(List<TopologyConstraint> topology, FieldPath path) {
        if (topology.size() > 1) {
            add(
                    path,
                    Type.TOO_MANY,
                    CompactJson.number(topology.size()),
                    "must have at most 1 item",
                    ItemRule.MAX_TOPOLOGY,
                    "maxItems");
            return;
        }
        for (int i = 0; i < topology.size(); i++) {
            required(
                    topology.get(i).key(),
                    TextFormat.LABEL_KEY,
                    ItemRule.TOPOLOGY_KEY,
                    path.index(i).child("key"));
        }
    }

    /** Claims are those of before by name; of several of one name, the last. */
    private void claims(
            Block<List<PodGroupResourceClaim>> block, Block<List<PodGroupResourceClaim>> old, FieldPath item) {
        List<PodGroupResourceClaim> now = block.value() == null ? List.of() : block.value();
        Map<String, PodGroupResourceClaim> before = new HashMap<>();
        if (old.value() != null) {
            old.value().forEach(claim -> before.put(claim.name(), claim));
        }
        for (int i = 0; i < now.size(); i++) {
            claim(now.get(i), before.get(now.get(i).name()), block.below(item).index(i));
        }
    }

    private void claim(PodGroupResourceClaim now, @Nullable PodGroupResourceClaim old, FieldPath path) {
        String claim = now.source().resourceClaimName();
        String template = now.source().resourceClaimTemplateName();
        String oldClaim = old == null ? null : old.source().resourceClaimName();
        String oldTemplate = old == null ? null : old.source().resourceClaimTemplateName();
        if (old == null || (oldClaim == null) != (claim == null) || (oldTemplate == null) != (template == null)) {
            union(
                    claim != null,
                    template != null,
                    "resourceClaimName",
                    "resourceClaimTemplateName",
                    ItemRule.CLAIM_SOURCE,
                    path);
        }
        if (old == null) {
            required(now.name(), TextFormat.LABEL, ItemRule.CLAIM_NAME, path.child("name"));
        }
        if (claim != null && !claim.equals(oldClaim)) {
            format(claim, TextFormat.SUBDOMAIN, ItemRule.CLAIM_REFERENCE, path.child("resourceClaimName"));
        }
        if (template != null && !template.equals(oldTemplate)) {
            format(template, TextFormat.SUBDOMAIN, ItemRule.CLAIM_REFERENCE, path.child("resourceClaimTemplateName"));
        }
    }

    private void union(boolean first, boolean second, String one, String other, ItemRule rule, FieldPath path) {
        String members = "`" + one + "`, `" + other + "`";
        if (first && second) {
            String both = CompactJson.text("{" + one + ", " + other + "}");
            add(path, Type.INVALID, both, "must specify exactly one of: " + members, rule, "union");
        } else if (!first && !second) {
            add(path, Type.INVALID, CompactJson.text(""), "must specify one of: " + members, rule, "union");
        }
    }

    private void required(String value, TextFormat format, ItemRule rule, FieldPath path) {
        if (value.isEmpty()) {
            add(path, Type.REQUIRED, "", "", rule, "");
        } else {
            format(value, format, rule, path);
        }
    }

    private void format(String value, TextFormat format, ItemRule rule, FieldPath path) {
        if (!format.holds(value)) {
            for (String message : format.messages(value, TextFormat.BYTES)) {
                add(path, Type.INVALID, CompactJson.text(value), message, rule, format.origin());
            }
        }
    }

    private void add(FieldPath path, Type type, String value, String detail, ItemRule rule, String origin) {
        found.add(new Violation(path, type, value, detail, rule.id(), origin));
    }
}
