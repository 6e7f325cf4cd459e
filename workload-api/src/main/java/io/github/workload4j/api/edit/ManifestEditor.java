package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.convert.Traced;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.text.StreamSplitter;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts manifests in their own text.
 *
 * <pre>{@code
 * ManifestEditor editor = ManifestEditor.of(Conversion.to(ApiVersion.V1BETA1));
 * Edited edited = editor.edit(List.of(new ManifestStream("train.yaml", bytes)));
 * byte[] after = edited.streams().get(0).after();
 * }</pre>
 *
 * <p>Workloads, PodGroups and CompositePodGroups are converted, and the references to groups in pods and in the pod
 * templates of objects of any kind. Objects that are made up follow the document they are made for; documents of
 * objects that the target has no place for go. All else stays byte for byte: other documents, comments, order,
 * indentation, quotes. A changed text is read again and must say exactly what the conversion made; where it does not,
 * the document is written anew, or left as it was if the model holds only a part of it, and {@linkplain Edited#notes()
 * a note} says so. A document that cannot be read stays as it is.
 *
 * <p>Time is linear in the size of the texts, but for the conversion.
 */
public final class ManifestEditor {

    private final Conversion conversion;

    private ManifestEditor(Conversion conversion) {
        this.conversion = conversion;
    }

    /** {@return the editor that makes texts say what a conversion makes of their objects} */
    public static ManifestEditor of(Conversion conversion) {
        requireNonNull(conversion, "conversion");
        return new ManifestEditor(conversion.takingObjectsAsWhole());
    }

    /** {@return the texts, converted together} */
    public Edited edit(List<ManifestStream> streams) {
        requireNonNull(streams, "streams");
        List<Read> all = new ArrayList<>();
        Map<ApiObject, Subject> subjects = new IdentityHashMap<>();
        Map<Subject, Read> places = new IdentityHashMap<>();
        List<ApiObject> objects = new ArrayList<>();
        for (ManifestStream stream : streams) {
            Read read = Read.of(stream);
            all.add(read);
            for (TextUnit unit : read.units) {
                unit.findSubjects();
                for (Subject subject : unit.subjects) {
                    objects.add(subject.source);
                    subjects.put(subject.source, subject);
                    places.put(subject, read);
                }
            }
        }
        Traced traced = conversion.trace(objects);
        Converted converted = traced.converted();
        for (int i = 0; i < converted.objects().size(); i++) {
            subjects.get(traced.sources().get(i)).add(converted.objects().get(i));
        }
        List<DocumentLoss> losses = new ArrayList<>();
        for (Loss loss : converted.losses()) {
            Subject subject = subjects.get(loss.object());
            losses.add(new DocumentLoss(
                    places.get(subject).stream.name(), subject.document, subject.inDocument(loss.path()), loss));
        }
        List<EditNote> notes = new ArrayList<>();
        List<EditedStream> edited = new ArrayList<>();
        all.forEach(read -> edited.add(read.edited(notes)));
        return new Edited(edited, losses, notes);
    }

    /** A stream with its documents. */
    private record Read(
            ManifestStream stream, Charset charset, byte[] utf8, List<Document> documents, List<TextUnit> units) {

        static Read of(ManifestStream stream) {
            byte[] bytes = stream.bytes();
            List<Document> documents = ManifestReader.strict().read(bytes);
            Charset charset = StandardCharsets.UTF_8;
            byte[] utf8 = bytes;
            if (bytes.length > 1 && StreamSplitter.isUtf16(bytes[0] & 0xFF, bytes[1] & 0xFF)) {
                charset = (bytes[0] & 0xFF) == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
                utf8 = new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
            }
            return new Read(stream, charset, utf8, documents, StreamUnits.of(utf8, documents));
        }

        EditedStream edited(List<EditNote> notes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + 256);
            int at = 0;
            boolean empty = true;
            boolean changed = false;
            List<ApiObject> expected = new ArrayList<>();
            for (TextUnit unit : units) {
                String now = edited(unit, notes, expected);
                changed |= !now.equals(unit.text);
                if (!now.isEmpty() || unit.text.isEmpty()) {
                    if (!empty || unit == units.get(0)) {
                        out.write(utf8, at, unit.from - at);
                    }
                    out.writeBytes(
                            now.equals(unit.text)
                                    ? Arrays.copyOfRange(utf8, unit.from, unit.to)
                                    : now.getBytes(StandardCharsets.UTF_8));
                    empty = false;
                }
                at = unit.to;
            }
            out.write(utf8, at, utf8.length - at);
            byte[] after = !changed
                    ? stream.bytes()
                    : charset == StandardCharsets.UTF_8
                            ? out.toByteArray()
                            : new String(out.toByteArray(), StandardCharsets.UTF_8).getBytes(charset);
            if (changed && !groups(ManifestReader.strict().read(after)).equals(expected)) {
                notes.add(new EditNote(
                        stream.name(), documents.get(0), false, "the changed text would not say what it should"));
                return new EditedStream(stream.name(), stream.bytes(), stream.bytes(), documents);
            }
            return new EditedStream(stream.name(), stream.bytes(), after, documents);
        }

        private static List<ApiObject> groups(List<Document> documents) {
            List<ApiObject> groups = new ArrayList<>();
            for (Document document : documents) {
                if (document instanceof Decoded decoded && decoded.object() instanceof SchedulingObject) {
                    groups.add(decoded.object());
                }
            }
            return groups;
        }

        /** Edits a unit, and says which objects of this API it should then hold. */
        private String edited(TextUnit unit, List<EditNote> notes, List<ApiObject> expected) {
            List<ApiObject> made = new ArrayList<>();
            unit.subjects.forEach(subject -> made.addAll(subject.made()));
            String now = unit.text;
            if (unit.isUnreadable) {
                notes.add(new EditNote(
                        stream.name(), unit.documents.get(0), false, "its references to groups cannot be found"));
            }
            boolean gone = unit.documents.stream()
                    .allMatch(document -> unit.subjects.stream()
                            .anyMatch(subject -> subject.document == document && subject.own() == null));
            if (!unit.documents.isEmpty() && gone) {
                now = "";
            } else if (unit.subjects.stream().anyMatch(Subject::isChanged)) {
                UnitEditor editor = new UnitEditor(unit);
                String byPlaces = editor.edited();
                if (byPlaces != null) {
                    now = byPlaces;
                } else {
                    boolean written = editor.canBeWritten();
                    now = written ? editor.written() : now;
                    notes.add(new EditNote(stream.name(), unit.documents.get(0), written, editor.failure()));
                    if (!written) {
                        expected.addAll(groups(unit.documents));
                        return now;
                    }
                }
            }
            for (Subject subject : unit.subjects) {
                if (subject.own() instanceof SchedulingObject) {
                    expected.add(subject.own());
                }
            }
            made.stream().filter(SchedulingObject.class::isInstance).forEach(expected::add);
            return now + MadeDocuments.separated(now, made, unit.text);
        }
    }
}
