package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A list is read to the same objects as the documents that its items are. */
class ListsPropertyTest {

    private static final ManifestWriter JSON = ManifestWriter.json();
    private static final ManifestWriter YAML = ManifestWriter.yaml();

    @Provide
    Arbitrary<List<ApiObject>> objects() {
        return Arbitraries.oneOf(
                        Manifests.valid().objects(), Manifests.wellFormed().objects())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<ApiObject> read(String text) {
        return ManifestReader.strict().read(text).stream()
                .map(document -> object(document, text))
                .toList();
    }

    private static ApiObject object(Document document, String text) {
        assertThat(document)
                .as(() -> (document instanceof Undecodable bad ? bad.faults() : "") + text)
                .isInstanceOf(Decoded.class);
        return ((Decoded) document).object();
    }

    /** {@return the list as a server prints it: items do not say what they are} */
    private static String withoutKinds(
            ManifestWriter writer, ApiObject head, List<ApiObject> items, boolean kindFirst) {
        boolean json = writer == JSON;
        StringBuilder text = new StringBuilder();
        String version =
                json ? "\"apiVersion\":\"" + head.groupVersion() + "\"," : "apiVersion: " + head.groupVersion() + "\n";
        String kind = json ? "\"kind\":\"" + head.kind() + "List\"" : "kind: " + head.kind() + "List\n";
        text.append(json ? "{" : "")
                .append(version)
                .append(kindFirst ? kind + (json ? "," : "") : "")
                .append(json ? "\"items\":[" : "items:\n");
        for (int i = 0; i < items.size(); i++) {
            String item = writer.write(items.get(i)).strip();
            if (json) {
                String own = "\"apiVersion\":\"" + head.groupVersion() + "\",\"kind\":\"" + head.kind() + "\"";
                assertThat(item).startsWith("{" + own);
                String rest = item.substring(1 + own.length());
                text.append(i == 0 ? "" : ",").append("{").append(rest.startsWith(",") ? rest.substring(1) : rest);
            } else {
                String own = "apiVersion: " + head.groupVersion() + "\nkind: " + head.kind();
                assertThat(item).startsWith(own);
                String rest = item.substring(own.length()).strip();
                text.append("- ")
                        .append(rest.isEmpty() ? "{}" : rest.replace("\n", "\n  "))
                        .append("\n");
            }
        }
        return text.append(json ? "]" + (kindFirst ? "" : "," + kind) + "}" : kindFirst ? "" : kind)
                .toString();
    }

    @Property(seed = "50")
    void aListMeansWhatItsItemsMean(@ForAll("objects") List<ApiObject> objects) {
        for (ManifestWriter writer : List.of(YAML, JSON)) {
            List<ApiObject> alone = objects.stream()
                    .map(object -> read(writer.write(object)).get(0))
                    .toList();
            assertThat(alone).isEqualTo(objects);
            assertThat(read(writer.write(ObjectList.of(objects)))).isEqualTo(alone);
        }
    }

    @Property(seed = "51")
    void aListOfOneKindMeansWhatItsItemsMean(@ForAll("objects") List<ApiObject> objects) {
        ApiObject first = objects.get(0);
        List<ApiObject> same = objects.stream()
                .filter(object -> object.kind().equals(first.kind())
                        && object.groupVersion().equals(first.groupVersion()))
                .toList();
        for (ManifestWriter writer : List.of(YAML, JSON)) {
            assertThat(read(writer.write(
                            new ObjectList<>(first.groupVersion(), first.kind() + "List", ListMeta.EMPTY, same))))
                    .isEqualTo(same);
            for (boolean kindFirst : new boolean[] {true, false}) {
                assertThat(read(withoutKinds(writer, first, same, kindFirst))).isEqualTo(same);
            }
        }
    }

    @Property(seed = "52")
    void aListOfJsonWithACommentIsReadAsYaml(@ForAll("objects") List<ApiObject> objects) {
        String json = JSON.write(ObjectList.of(objects));
        int end = json.lastIndexOf(']');
        String text = json.substring(0, end) + " # a comment\n" + json.substring(end);
        assertThat(read(text)).isEqualTo(objects);
    }
}
