package io.github.workload4j.api.edit;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits one unit: tries by places, and believes only what it reads back. */
final class UnitEditor {

    private static final List<ValueChanges.Attempt> ATTEMPTS = List.of(
            new ValueChanges.Attempt(false, false),
            new ValueChanges.Attempt(true, false),
            new ValueChanges.Attempt(true, true));

    private final TextUnit unit;
    private String failure = "";

    UnitEditor(TextUnit unit) {
        this.unit = unit;
    }

    /** {@return why it could not be edited; empty if it could} */
    String failure() {
        return failure;
    }

    /** {@return the unit with every change made, or null if it cannot be done by places} */
    @Nullable
    String edited() {
        for (ValueChanges.Attempt attempt : ATTEMPTS) {
            try {
                TextEdits edits = edits(attempt);
                for (List<Comment> comments : List.of(Comment.of(unit.text, unit.root()), List.<Comment>of())) {
                    String edited = edits.applied(comments);
                    if (saysWhatItShould(edited)) {
                        return edited;
                    }
                }
                failure = "the changed text would not say what it should";
            } catch (NotEditable e) {
                failure = e.getMessage();
            }
        }
        return null;
    }

    /** {@return whether all of the unit are objects that the model holds as a whole} */
    boolean canBeWritten() {
        return unit.documents.stream()
                .allMatch(document ->
                        document instanceof Decoded decoded && decoded.object() instanceof SchedulingObject);
    }

    /** {@return the unit written anew} */
    String written() {
        StringBuilder text = new StringBuilder();
        for (Subject subject : unit.subjects) {
            if (subject.own() != null) {
                text.append(MadeDocuments.separated(text, List.of(subject.own()), unit.text));
            }
        }
        return text.toString();
    }

    private TextEdits edits(ValueChanges.Attempt attempt) throws NotEditable {
        TextEdits edits = new TextEdits(unit.text);
        ValueChanges changes = new ValueChanges(unit.text, edits, attempt);
        List<Integer> goneItems = new ArrayList<>();
        for (Subject subject : unit.subjects) {
            ApiObject own = subject.own();
            if (own == null) {
                goneItems.add(subject.document.item());
            } else if (subject.reference != null && subject.isChanged()) {
                if (subject.reference.isElsewhere()) {
                    continue;
                }
                TextNode.Mapping before = spec(subject.source);
                TextNode.Mapping after = spec(own);
                ValueChanges references =
                        new ValueChanges(unit.text, edits, new ValueChanges.Attempt(attempt.throughAliases(), false));
                references.fields(null, subject.reference.spec(), before, after);
            } else if (subject.isChanged()) {
                TextNode there = TextUnit.node(unit.root(), subject.document);
                changes.value(null, there, tree(subject.source), tree(own));
            }
        }
        if (!goneItems.isEmpty()) {
            new ItemRemoval(unit, edits).remove(goneItems);
        }
        return edits;
    }

    /** {@return the references of a pod, as its {@code spec} says them} */
    private static TextNode.Mapping spec(ApiObject pod) throws NotEditable {
        TextNode spec = ((TextNode.Mapping) tree(pod)).get("spec");
        List<TextNode.Field> fields = new ArrayList<>();
        if (spec instanceof TextNode.Mapping mapping) {
            fields.addAll(mapping.fields());
            fields.removeIf(field -> !PodReference.FIELDS.contains(field.name()));
        }
        return new TextNode.Mapping(fields, true, 0, 0);
    }

    private static TextNode tree(ApiObject object) throws NotEditable {
        return TextNode.of(ManifestWriter.json().write(object));
    }

    private boolean saysWhatItShould(String edited) {
        List<Document> now = ManifestReader.strict().read(edited);
        TextNode root = TextUnit.root(edited);
        int next = 0;
        for (Document document : unit.documents) {
            List<Subject> subjects = unit.subjects.stream()
                    .filter(subject -> subject.document == document)
                    .toList();
            boolean isOurs = subjects.size() == 1 && subjects.get(0).source instanceof SchedulingObject;
            if (isOurs && subjects.get(0).own() == null) {
                continue;
            }
            if (next == now.size()) {
                return false;
            }
            Document read = now.get(next++);
            if (isOurs) {
                if (!(read instanceof Decoded decoded)
                        || !decoded.object().equals(subjects.get(0).own())) {
                    return false;
                }
            } else if (!keepsAllButReferences(subjects, document, TextUnit.node(root, read))) {
                return false;
            }
        }
        return next == now.size();
    }

    private boolean keepsAllButReferences(List<Subject> subjects, Document document, TextNode now) {
        List<ApiObject> pods = subjects.stream()
                .filter(subject -> subject.reference != null)
                .map(Subject::own)
                .toList();
        Set<String> passed = pods.isEmpty() ? Set.of() : PodReference.FIELDS;
        List<PodReference> found = pods.isEmpty() ? List.of() : PodReference.of(now);
        boolean same =
                TextNode.isSame(TextUnit.node(unit.root(), document), now, passed) && found.size() == pods.size();
        for (int i = 0; same && i < pods.size(); i++) {
            PodSpec spec = ((Pod) pods.get(i)).spec();
            PodSpec read = found.get(i).pod().spec();
            same = Objects.equals(spec.workloadRef(), read.workloadRef())
                    && Objects.equals(spec.schedulingGroup(), read.schedulingGroup());
        }
        return same;
    }
}
