package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceTaintRule;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.json.JsonTrees;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.wire.Output;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Unwritable;
import io.github.workload4j.api.wire.Wire;
import io.github.workload4j.api.wire.WireType;
import io.github.workload4j.api.wire.table.AffinityShapes;
import io.github.workload4j.api.wire.table.CoreShapes;
import io.github.workload4j.api.wire.table.Kinds;
import io.github.workload4j.api.wire.table.MetaShapes;
import io.github.workload4j.api.wire.table.SchedulingShapes;
import io.github.workload4j.api.wire.table.V1Beta1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches the caller's own Jackson {@code ObjectMapper} to read and write our types, for JSON, YAML and every
 * other format it has.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new WorkloadModule()).build();
 * Workload workload = mapper.readValue(json, Workload.class);
 * }</pre>
 *
 * <p>Objects are read and written by the same tables as with {@link ManifestReader} and {@link ManifestWriter},
 * whatever the mapper says about naming, visibility or absent values; {@link ApiObject} and {@link SchedulingObject}
 * stand for any kind, and an {@link ObjectList} for a list of what its type argument says. Unknown and duplicate fields
 * are refused as long as the mapper has {@code FAIL_ON_UNKNOWN_PROPERTIES} on. All faults of an object are in the one
 * {@link JsonMappingException}. What plain text means in YAML is decided by the mapper's own parser, so prefer {@link
 * ManifestReader} for manifests that people write.
 *
 * <p>The parts that are the same in every version can be members of a caller's own types: {@link ObjectMeta}, {@link
 * Quantity}, {@link ControllerRef}, {@link SchedulingPolicy}, and what {@code v1alpha3} offers to controllers as
 * building blocks: {@link WorkloadPodGroupSchedulingPolicy}, {@link WorkloadCompositePodGroupSchedulingPolicy}, {@link
 * SchedulingConstraints}, {@link PodGroupResourceClaim}, {@link DisruptionMode} (as an object, not as {@code
 * v1alpha2}'s word), and {@link JobScheduling}, made of them. So can specs, statuses, templates of groups and parts of
 * pods and nodes; where versions differ they are those of {@code v1beta1}.
 *
 * <p>{@code findAndRegisterModules()} finds the module where this library is on the class path. Needs
 * {@code jackson-databind} 2, which this library does not bring along.
 */
@SuppressWarnings("exports") // Who uses this class requires jackson-databind; nobody else should have to.
public final class WorkloadModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    /** Makes the module. */
    public WorkloadModule() {
        super("workload4j");
        object(ApiObject.class);
        object(SchedulingObject.class);
        object(Workload.class);
        object(PodGroup.class);
        object(CompositePodGroup.class);
        object(PriorityClass.class);
        object(Job.class);
        object(Node.class);
        object(Pod.class);
        object(Namespace.class);
        object(PodDisruptionBudget.class);
        object(PersistentVolume.class);
        object(PersistentVolumeClaim.class);
        object(StorageClass.class);
        object(CsiNode.class);
        object(CsiDriver.class);
        object(CsiStorageCapacity.class);
        object(VolumeAttachment.class);
        object(DeviceClass.class);
        object(DeviceTaintRule.class);
        object(ResourceClaim.class);
        object(ResourceClaimTemplate.class);
        object(ResourceSlice.class);
        addDeserializer(ObjectList.class, new ListFromTree(ApiObject.class));
        addSerializer(ObjectList.class, new ToOutput<>(ObjectLists::write));
        part(ObjectMeta.class, MetaShapes.OBJECT_META);
        part(Quantity.class, Wire.QUANTITY);
        part(ControllerRef.class, SchedulingShapes.CONTROLLER_REF);
        part(SchedulingConstraints.class, SchedulingShapes.CONSTRAINTS);
        part(SchedulingPolicy.class, SchedulingShapes.POLICY);
        part(JobScheduling.class, SchedulingShapes.JOB_SCHEDULING);
        part(PodGroupResourceClaim.class, SchedulingShapes.CLAIM);
        part(DisruptionMode.class, SchedulingShapes.DISRUPTION_MODE);
        part(WorkloadCompositePodGroupSchedulingPolicy.class, SchedulingShapes.COMPOSITE_BLOCK);
        part(WorkloadPodGroupSchedulingPolicy.class, SchedulingShapes.POD_GROUP_BLOCK);
        part(WorkloadSpec.class, V1Beta1.WORKLOAD_SPEC);
        part(PodGroupTemplate.class, V1Beta1.TEMPLATE);
        part(CompositePodGroupTemplate.class, V1Beta1.COMPOSITE_TEMPLATE);
        part(PodGroupSpec.class, V1Beta1.POD_GROUP_SPEC);
        part(CompositePodGroupSpec.class, V1Beta1.COMPOSITE_SPEC);
        part(PodSpec.class, CoreShapes.POD_SPEC);
        part(PodStatus.class, CoreShapes.POD_STATUS);
        part(Container.class, CoreShapes.CONTAINER);
        part(Affinity.class, AffinityShapes.AFFINITY);
        part(Toleration.class, AffinityShapes.TOLERATION);
        part(TopologySpreadConstraint.class, AffinityShapes.SPREAD);
        part(NodeSpec.class, CoreShapes.NODE_SPEC);
        part(NodeStatus.class, CoreShapes.NODE_STATUS);
        part(Taint.class, CoreShapes.TAINT);
    }

    private <T extends ApiObject> void object(Class<T> type) {
        addDeserializer(type, new FromTree<>(type) {
            @Override
            Object read(Tree root, List<Tree> items, boolean strict, List<Fault> faults) {
                List<Document> documents = new ArrayList<>();
                new DocumentReader(strict, Limits.DEFAULT, documents::add).bind(root);
                if (documents.get(0) instanceof Undecodable undecodable) {
                    faults.addAll(undecodable.faults());
                }
                return documents.get(0) instanceof Decoded decoded
                        ? decoded.object()
                        : documents.get(0).kind();
            }
        });
        addSerializer(type, new ToOutput<T>(Kinds::write));
    }

    private <T> void part(Class<T> type, WireType<T> wire) {
        addDeserializer(type, new FromTree<>(type) {
            @Override
            Object read(Tree root, List<Tree> items, boolean strict, List<Fault> faults) {
                ReadContext context = new ReadContext();
                T value = wire.read(new TreeCursor(root), context);
                faults.addAll(counting(context, strict));
                return value;
            }
        });
        addSerializer(type, new ToOutput<>(wire::write));
    }

    private static List<Fault> counting(ReadContext context, boolean strict) {
        return context.takeFaults().stream()
                .filter(fault -> strict || fault.type().stage() != Stage.STRICT)
                .toList();
    }

    /** Reads a list of objects of one type. */
    private static final class ListFromTree extends FromTree<ObjectList<?>> implements ContextualDeserializer {
        private final Class<?> itemType;

        @SuppressWarnings({"unchecked", "rawtypes"})
        ListFromTree(Class<?> itemType) {
            super((Class) ObjectList.class);
            this.itemType = itemType;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType argument = context.getContextualType() == null
                    ? null
                    : context.getContextualType().containedType(0);
            return argument == null ? this : new ListFromTree(argument.getRawClass());
        }

        @Override
        Object read(Tree root, List<Tree> items, boolean strict, List<Fault> faults) {
            ReadContext context = new ReadContext();
            ObjectList<ApiObject> list = ObjectLists.read(root, items, context);
            faults.addAll(counting(context, strict));
            for (int i = 0; faults.isEmpty() && i < list.items().size(); i++) {
                ApiObject item = list.items().get(i);
                if (!itemType.isInstance(item)) {
                    String hint = "expected " + itemType.getSimpleName();
                    FieldPath path = FieldPath.root("items").index(i);
                    faults.add(new Fault(
                            Fault.Type.UNKNOWN_KIND, path, items.get(i).position(), "found " + item.kind(), hint));
                }
            }
            return list;
        }
    }

    /** Reads a tree from where the parser stands, and a value from that. */
    private abstract static class FromTree<T> extends JsonDeserializer<T> {
        private final Class<T> type;

        FromTree(Class<T> type) {
            this.type = type;
        }

        /** Reads a value; the items of a {@code List} come beside its tree. */
        abstract Object read(Tree root, List<Tree> items, boolean strict, List<Fault> faults);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            List<Tree> items = new ArrayList<>();
            TreeBuilder builder = new TreeBuilder(TreeLimits.DEFAULT, (list, index, item) -> items.add(item));
            List<Fault> faults = new ArrayList<>();
            Object value = "";
            try {
                JsonTrees.over(parser, isJson(parser)).value(builder);
                boolean strict = context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
                value = read(builder.root(), items, strict, faults);
            } catch (SyntaxFault e) {
                faults.add(e.fault());
            }
            if (!faults.isEmpty()) {
                throw JsonMappingException.from(
                        parser,
                        String.join("\n", faults.stream().map(Fault::toString).toList()));
            }
            if (!type.isInstance(value)) {
                String found = value instanceof ApiObject object ? object.kind() : value.toString();
                throw JsonMappingException.from(parser, "found " + found + ", expected " + type.getSimpleName());
            }
            return type.cast(value);
        }
    }

    /** Whether a number with a point is no whole one, as in a server's JSON. */
    private static boolean isJson(JsonParser parser) {
        return parser.getCodec() == null
                || parser.getCodec().getFactory().getFormatName().equals(JsonFactory.FORMAT_NAME_JSON);
    }

    private interface Writing<T> {
        void write(T value, Output out);
    }

    private static final class ToOutput<T> extends JsonSerializer<T> {
        private final Writing<T> writing;

        ToOutput(Writing<T> writing) {
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            try {
                writing.write(value, new GeneratorOutput(generator));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (Unwritable e) {
                throw JsonMappingException.from(generator, e.path() + " " + e.getMessage());
            }
        }
    }
}
