package io.github.workload4j.jackson3;

import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list as an object of its own, of objects of one type. */
final class ListReading extends ValueDeserializer<ObjectList<?>> {

    private final Class<?> itemType;
    private final ManifestReader reader;

    ListReading(Class<?> itemType, ManifestReader reader) {
        this.itemType = itemType;
        this.reader = reader;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType list = property == null ? context.getContextualType() : property.getType();
        JavaType argument = list == null ? null : list.containedType(0);
        return argument == null ? this : new ListReading(argument.getRawClass(), reader);
    }

    @Override
    public ObjectList<?> deserialize(JsonParser parser, DeserializationContext context) {
        TokenText text = new TokenText("");
        text.value(parser);
        String json = text.with("");
        JsonNode list = JsonMapper.shared().readTree(json);
        String kind = list.path("kind").asString("");
        if (!kind.endsWith("List")) {
            throw DatabindException.from(parser, "found " + kind + ", expected a list");
        }
        List<ApiObject> items = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<Document> documents = reader.read(json);
        for (int item = 0; item < documents.size(); item++) {
            Document document = documents.get(item);
            String where = "items[" + item + "]";
            if (document instanceof Decoded decoded && itemType.isInstance(decoded.object())) {
                items.add(decoded.object());
            } else if (document instanceof Undecodable undecodable) {
                for (Fault fault : undecodable.faults()) {
                    faults.add(
                            text.place(fault.position()) + ": " + where + "." + fault.path() + ": " + fault.detail());
                }
            } else {
                faults.add(where + ": found " + document.kind() + ", expected " + itemType.getSimpleName());
            }
        }
        if (!faults.isEmpty()) {
            throw DatabindException.from(parser, String.join("\n", faults));
        }
        return new ObjectList<>(list.path("apiVersion").asString(""), kind, metadata(list.path("metadata")), items);
    }

    private static ListMeta metadata(JsonNode metadata) {
        JsonNode remaining = metadata.path("remainingItemCount");
        return new ListMeta(
                metadata.path("selfLink").asString(""),
                metadata.path("resourceVersion").asString(""),
                metadata.path("continue").asString(""),
                remaining.isNumber() ? remaining.asLong() : null);
    }
}
