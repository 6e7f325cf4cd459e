package io.github.workload4j.api.wire.table;

import static io.github.workload4j.api.wire.Wire.INT64;
import static io.github.workload4j.api.wire.Wire.JSON;
import static io.github.workload4j.api.wire.Wire.TEXT;
import static io.github.workload4j.api.wire.Wire.TIME;
import static io.github.workload4j.api.wire.Wire.TRUTH;
import static io.github.workload4j.api.wire.Wire.list;
import static io.github.workload4j.api.wire.Wire.map;
import static io.github.workload4j.api.wire.Wire.pointer;
import static io.github.workload4j.api.wire.Wire.recurring;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.meta.ManagedFieldsEntry;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.wire.Shape;
import io.github.workload4j.api.wire.ValueStack;
import io.github.workload4j.api.wire.Wire;
import java.util.function.Function;

/** The wire shapes of {@code meta/v1}. */
public final class MetaShapes {

    static final Shape<OwnerReference> OWNER_REFERENCE = Shape.<OwnerReference>rows()
            .field("apiVersion", TEXT, OwnerReference::apiVersion)
            .field("kind", TEXT, OwnerReference::kind)
            .field("name", TEXT, OwnerReference::name)
            .field("uid", TEXT, OwnerReference::uid)
            .field("controller", pointer(TRUTH), OwnerReference::controller)
            .field("blockOwnerDeletion", pointer(TRUTH), OwnerReference::blockOwnerDeletion)
            .make(v -> new OwnerReference(v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    static final Shape<ManagedFieldsEntry> MANAGED_FIELDS = Shape.<ManagedFieldsEntry>rows()
            .field("manager", TEXT, ManagedFieldsEntry::manager)
            .field("operation", TEXT, ManagedFieldsEntry::operation)
            .field("apiVersion", TEXT, ManagedFieldsEntry::apiVersion)
            .field("time", TIME, ManagedFieldsEntry::time)
            .field("fieldsType", TEXT, ManagedFieldsEntry::fieldsType)
            .field("fieldsV1", recurring(JSON), ManagedFieldsEntry::fieldsV1)
            .field("subresource", TEXT, ManagedFieldsEntry::subresource)
            .make(v -> new ManagedFieldsEntry(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next()));

    public static final Shape<ObjectMeta> OBJECT_META = Shape.<ObjectMeta>rows()
            .field("name", TEXT, ObjectMeta::name)
            .field("generateName", TEXT, ObjectMeta::generateName)
            .field("namespace", TEXT, ObjectMeta::namespace)
            .field("selfLink", TEXT, ObjectMeta::selfLink)
            .field("uid", TEXT, ObjectMeta::uid)
            .field("resourceVersion", TEXT, ObjectMeta::resourceVersion)
            .field("generation", INT64, ObjectMeta::generation)
            .field("creationTimestamp", TIME, ObjectMeta::creationTimestamp)
            .field("deletionTimestamp", TIME, ObjectMeta::deletionTimestamp)
            .field("deletionGracePeriodSeconds", pointer(INT64), ObjectMeta::deletionGracePeriodSeconds)
            .field("labels", recurring(map(TEXT)), ObjectMeta::labels)
            .field("annotations", map(TEXT), ObjectMeta::annotations)
            .field("ownerReferences", recurring(list(OWNER_REFERENCE)), ObjectMeta::ownerReferences)
            .field("finalizers", list(TEXT), ObjectMeta::finalizers)
            .field("managedFields", list(MANAGED_FIELDS), ObjectMeta::managedFields)
            .make(v -> new ObjectMeta(
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.next(), v.next()));

    public static final Shape<ListMeta> LIST_META = Shape.<ListMeta>rows()
            .field("selfLink", TEXT, ListMeta::selfLink)
            .field("resourceVersion", TEXT, ListMeta::resourceVersion)
            .field("continue", TEXT, ListMeta::continueToken)
            .field("remainingItemCount", pointer(INT64), ListMeta::remainingItemCount)
            .make(v -> new ListMeta(v.next(), v.next(), v.next(), v.next()));

    public static final Shape<Condition> CONDITION = conditionRows().make(MetaShapes::condition);

    /** A condition of a pod, which has further fields we do not hold. */
    static final Shape<Condition> POD_CONDITION =
            podConditionRows().partOf("PodCondition").make(MetaShapes::condition);

    static final Shape<LabelSelectorRequirement> REQUIREMENT = Shape.<LabelSelectorRequirement>rows()
            .field("key", TEXT, LabelSelectorRequirement::key)
            .field("operator", TEXT, LabelSelectorRequirement::operator)
            .field("values", list(TEXT), LabelSelectorRequirement::values)
            .make(v -> new LabelSelectorRequirement(v.next(), v.next(), v.next()));

    static final Shape<LabelSelector> LABEL_SELECTOR = Shape.<LabelSelector>rows()
            .field("matchLabels", map(TEXT), LabelSelector::matchLabels)
            .field("matchExpressions", list(REQUIREMENT), LabelSelector::matchExpressions)
            .make(v -> new LabelSelector(v.next(), v.next()));

    private MetaShapes() {}

    private static Shape.Rows<Condition> podConditionRows() {
        return Shape.<Condition>rows()
                .field("type", TEXT, Condition::type)
                .field("status", TEXT, Condition::status)
                .field("observedGeneration", INT64, Condition::observedGeneration)
                .field("lastTransitionTime", TIME, Condition::lastTransitionTime)
                .field("reason", TEXT, Condition::reason)
                .field("message", TEXT, Condition::message);
    }

    /** Of a condition of ours, all but the generation is written, empty or not; a time that is not set has no text. */
    private static Shape.Rows<Condition> conditionRows() {
        return Shape.<Condition>rows()
                .always("type", TEXT, Condition::type)
                .always("status", TEXT, Condition::status)
                .field("observedGeneration", INT64, Condition::observedGeneration)
                .field("lastTransitionTime", TIME, Condition::lastTransitionTime)
                .always("reason", TEXT, Condition::reason)
                .always("message", TEXT, Condition::message);
    }

    private static Condition condition(ValueStack v) {
        return new Condition(v.next(), v.next(), v.next(), v.next(), v.next(), v.next());
    }

    /** Starts the rows of a root object with {@code apiVersion} and {@code kind}. */
    static <T extends ApiObject> Shape.Rows<T> typed(Shape.Rows<T> rows) {
        return head(rows, ApiObject::groupVersion, ApiObject::kind);
    }

    public static <T> Shape.Rows<T> head(Shape.Rows<T> rows, Function<T, String> apiVersion, Function<T, String> kind) {
        return rows.field("apiVersion", Wire.typeWord("apiVersion"), apiVersion)
                .field("kind", Wire.typeWord("kind"), kind);
    }

    /** {@return the metadata of a root object; its version and kind are known by its shape} */
    static ObjectMeta metadata(ValueStack values) {
        values.<String>next();
        values.<String>next();
        return values.next();
    }
}
