package io.github.workload4j.api.edit;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Undecodable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a stream that is edited as one: a document of YAML, or a value of JSON, with the items of a List in it. */
final class TextUnit {

    final int from;
    final int to;
    final String text;
    final List<Document> documents = new ArrayList<>();
    final List<Subject> subjects = new ArrayList<>();
    /** Whether there may be references in it that cannot be found. */
    boolean isUnreadable;

    private @Nullable TextNode root;

    TextUnit(int from, int to, String text) {
        this.from = from;
        this.to = to;
        this.text = text;
    }

    /** Finds what is to be converted. */
    void findSubjects() {
        for (Document document : documents) {
            if (document instanceof Undecodable) {
                continue;
            }
            if (document instanceof Decoded decoded && decoded.object() instanceof SchedulingObject object) {
                subjects.add(new Subject(document, object, null));
                continue;
            }
            if (document instanceof Decoded decoded && !(decoded.object() instanceof Pod)) {
                subjects.add(new Subject(document, decoded.object(), null));
            }
            if (text.contains("workloadRef") || text.contains("schedulingGroup")) {
                isUnreadable |= node(root(), document) instanceof TextNode.Scalar;
                for (PodReference reference : PodReference.of(node(root(), document))) {
                    boolean isPod = document instanceof Decoded decoded && decoded.object() instanceof Pod;
                    subjects.add(
                            new Subject(document, isPod ? ((Decoded) document).object() : reference.pod(), reference));
                }
            }
        }
    }

    /** {@return the value of all of the unit; an empty scalar if it is not one document of YAML} */
    TextNode root() {
        if (root == null) {
            root = root(text);
        }
        return root;
    }

    static TextNode root(String text) {
        try {
            return TextNode.of(text);
        } catch (NotEditable e) {
            return new TextNode.Scalar("", "", 0, 0);
        }
    }

    /** {@return the value of one of its documents; an empty scalar if there is none} */
    static TextNode node(TextNode root, Document document) {
        if (document.item() < 0) {
            return root;
        }
        boolean there = root instanceof TextNode.Mapping list
                && list.get("items") instanceof TextNode.Sequence items
                && document.item() < items.items().size();
        return there
                ? TextNode.resolved(((TextNode.Sequence) ((TextNode.Mapping) root).get("items"))
                        .items()
                        .get(document.item()))
                : new TextNode.Scalar("", "", 0, 0);
    }
}
