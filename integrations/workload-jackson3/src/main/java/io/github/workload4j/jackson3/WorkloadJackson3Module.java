package io.github.workload4j.jackson3;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceTaintRule;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a mapper of Jackson 3 to read and write our types, for JSON, YAML and every other format it has. Found by
 * {@code findAndAddModules()}.
 *
 * <p>Objects are read as {@link ManifestReader} reads them: strictly, whatever the mapper says about unknown fields,
 * which Jackson 3 passes over by default ({@link #lenient} does too). All faults of an object are in one
 * {@link DatabindException}, each with the line and column that the mapper's own parser tells. What plain text means in
 * YAML is decided by that parser. {@link ApiObject} and {@link SchedulingObject} stand for any kind, and an
 * {@link ObjectList} for a list of what its type argument says.
 *
 * <p>Parts can be members of a caller's own types: metadata, specs, statuses, templates of groups, policies,
 * constraints, tolerations, amounts. Parts that differ between versions are those of {@code v1beta1}.
 */
public final class WorkloadJackson3Module extends SimpleModule {

    private static final long serialVersionUID = 1;

    /** Makes the module, strict. */
    public WorkloadJackson3Module() {
        this(ManifestReader.strict());
    }

    private WorkloadJackson3Module(ManifestReader reader) {
        super("workload4j");
        object(ApiObject.class, reader);
        object(SchedulingObject.class, reader);
        object(Workload.class, reader);
        object(PodGroup.class, reader);
        object(CompositePodGroup.class, reader);
        object(PriorityClass.class, reader);
        object(Job.class, reader);
        object(Node.class, reader);
        object(Pod.class, reader);
        object(Namespace.class, reader);
        object(PodDisruptionBudget.class, reader);
        object(PersistentVolume.class, reader);
        object(PersistentVolumeClaim.class, reader);
        object(StorageClass.class, reader);
        object(CsiNode.class, reader);
        object(CsiDriver.class, reader);
        object(CsiStorageCapacity.class, reader);
        object(VolumeAttachment.class, reader);
        object(DeviceClass.class, reader);
        object(DeviceTaintRule.class, reader);
        object(ResourceClaim.class, reader);
        object(ResourceClaimTemplate.class, reader);
        object(ResourceSlice.class, reader);
        addDeserializer(ObjectList.class, new ListReading(ApiObject.class, reader));
        addSerializer(
                ObjectList.class, new Writing<>(list -> ManifestWriter.json().write(list)));
        ManifestParts.all().forEach(part -> part(part, reader));
        addSerializer(Quantity.class, new Writing<>(quantity -> "\"" + quantity + "\""));
        addDeserializer(Quantity.class, new QuantityReading());
    }

    /** {@return a module that passes over unknown and duplicate fields} */
    public static WorkloadJackson3Module lenient() {
        return new WorkloadJackson3Module(ManifestReader.lenient());
    }

    private <T extends ApiObject> void object(Class<T> type, ManifestReader reader) {
        addDeserializer(type, new Reading<>(ManifestPart3.whole(type), reader));
        addSerializer(type, new Writing<>(object -> ManifestWriter.json().write(object)));
    }

    private <T> void part(ManifestPart3<T> part, ManifestReader reader) {
        addDeserializer(part.type(), new Reading<>(part, reader));
        addSerializer(part.type(), new Writing<>(part::write));
    }

    private static final class Reading<T> extends ValueDeserializer<T> {
        private final ManifestPart3<T> part;
        private final ManifestReader reader;

        Reading(ManifestPart3<T> part, ManifestReader reader) {
            this.part = part;
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            TokenText text = new TokenText(part.before());
            text.value(parser);
            try {
                return part.read(text, reader);
            } catch (IllegalArgumentException e) {
                throw DatabindException.from(parser, e.getMessage());
            }
        }
    }

    private static final class QuantityReading extends ValueDeserializer<Quantity> {
        @Override
        public Quantity deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return Quantity.parse(parser.getString());
            } catch (IllegalArgumentException e) {
                throw DatabindException.from(parser, e.getMessage());
            }
        }
    }

    private interface ToJson<T> {
        String json(T value);
    }

    private static final class Writing<T> extends ValueSerializer<T> {
        private final ToJson<T> toJson;

        Writing(ToJson<T> toJson) {
            this.toJson = toJson;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            String json;
            try {
                json = toJson.json(value);
            } catch (IllegalArgumentException e) {
                throw DatabindException.from(generator, e.getMessage());
            }
            TokenText.copy(json, generator);
        }
    }
}
