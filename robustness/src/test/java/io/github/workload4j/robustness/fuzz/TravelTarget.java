package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of Java serialization carries of ours, by the first letter: a verdict ({@code V}), a certificate after
 * a byte with the number of nodes ({@code P}), groups ({@code G}), a shape ({@code S}), a snapshot as manifests
 * ({@code M}) or compressed ({@code Z}), a question ({@code Q}). Before groups, shapes, snapshots and questions stands
 * a line of words.
 */
final class TravelTarget implements Target.Attack {

    private static final String GANG = "io.github.workload4j.gang.";
    private static final Budget BUDGET = Budget.steps(20_000);

    @Override
    public void on(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        String words = text.substring(Math.min(1, text.length()), Math.max(line, Math.min(1, text.length())));
        String body = text.substring(line + 1);
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'V' -> verdict(text.substring(1));
            case 'P' -> certificate(text.substring(Math.min(2, text.length())), input.length > 1 ? input[1] : 0);
            case 'G' -> groups(words, body);
            case 'S' -> arrived(made("fleet.GangShape$Written", words, body));
            case 'M' -> snapshot(words, compressed(body.getBytes(StandardCharsets.UTF_8)));
            case 'Z' -> snapshot(words, Arrays.copyOfRange(input, words.length() + 2, input.length));
            case 'Q' -> question(words, body);
            default -> {}
        }
    }

    private static void verdict(String values) throws Exception {
        if (arrived(made("WrittenVerdict", values)) instanceof Verdict verdict) {
            assertThat(read(bytes(verdict)))
                    .isEqualTo(verdict)
                    .hasToString(verdict.toString())
                    .hasSameHashCodeAs(verdict);
            Evidence evidence = verdict instanceof Verdict.Feasible feasible
                    ? feasible.noMore()
                    : verdict instanceof Verdict.Infeasible infeasible ? infeasible.evidence() : null;
            if (evidence instanceof Evidence.Certified proof) {
                new PackingChecker(proof.packing(), BUDGET.meter()).objectionTo(proof.certificate(), 1);
            }
        }
    }

    private static void certificate(String json, int nodes) {
        Certificate certificate;
        try {
            certificate = Certificate.parse(json, nodes);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("certificate: character ");
            return;
        }
        String written = certificate.toJson();
        Certificate again = Certificate.parse(written, nodes);
        assertThat(again).isEqualTo(certificate).hasSameHashCodeAs(certificate);
        assertThat(again.toJson()).isEqualTo(written);
    }

    /** Words are groups that cannot be read, each with a fault; the first says whether groups of groups are there. */
    private static void groups(String words, String manifests) throws Exception {
        String[] faults = words.split(" ");
        GroupRef[] unreadable = Arrays.stream(faults)
                .limit(words.length() % 7 == 6 ? 1 : faults.length)
                .map(word -> GroupRef.podGroup(word, word))
                .toArray(GroupRef[]::new);
        arrived(made("question.WrittenGroups", manifests, unreadable, faults, words.startsWith("flat")));
    }

    /** The first word is the release, or {@code -}, the second the gates, if there is one. */
    private static void snapshot(String words, byte[] manifests) throws Exception {
        String[] parts = words.split(" ", 2);
        Object written = made(
                "cluster.WrittenSnapshot",
                parts[0].equals("-") ? null : parts[0],
                parts.length > 1 ? parts[1] : null,
                manifests);
        if (arrived(written) instanceof ClusterSnapshot snapshot) {
            List<ApiObject> objects =
                    snapshot.since(ClusterSnapshot.of(List.of())).put();
            SnapshotTarget.requireEqual(snapshot, ClusterSnapshot.of(objects));
        }
    }

    /** Words are the least number of groups, the groups, and changes, such as {@code m=2}. */
    private static void question(String words, String manifests) throws Exception {
        List<ApiObject> objects = Manifest.objects(manifests.getBytes(StandardCharsets.UTF_8));
        Groups groups;
        ClusterSnapshot snapshot;
        try {
            groups = Groups.of(objects.stream()
                    .filter(SchedulingObject.class::isInstance)
                    .map(SchedulingObject.class::cast)
                    .toList());
            snapshot = ClusterSnapshot.of(objects);
        } catch (IllegalArgumentException e) {
            return; // nobody has such objects to send
        }
        int minimum = words.isEmpty() ? 0 : words.charAt(0) - '0';
        List<GroupRef> some = new ArrayList<>();
        List<Object> changes = new ArrayList<>();
        for (String word : words.substring(Math.min(1, words.length())).trim().split(" ")) {
            GroupRef last = some.isEmpty() ? GroupRef.podGroup("q", "none") : some.get(some.size() - 1);
            switch (word.length() > 1 && word.charAt(1) == '=' ? word.charAt(0) : ' ') {
                case 'm' -> changes.add(made("question.QuestionChange$Minimum", last, word.length() - 3));
                case 't' -> changes.add(made("question.QuestionChange$TopologyKey", last, word.substring(2)));
                case 'a' -> changes.add(made("question.QuestionChange$Alone", last));
                case 'e' -> changes.add(assumption(word.length() % 3));
                default -> some.add(GroupRef.podGroup("q", word));
            }
        }
        Object[] all = (Object[]) Array.newInstance(Class.forName(GANG + "question.QuestionChange"), changes.size());
        Object written = made(
                "question.QuestionOrigin$Written",
                snapshot,
                groups,
                some.toArray(GroupRef[]::new),
                minimum,
                changes.toArray(all));
        if (arrived(written) instanceof GroupQuestion question) {
            Verdict verdict = question.answer(BUDGET);
            question.requireOwn(verdict);
            assertThat(((GroupQuestion) read(bytes(question))).answer(BUDGET)).isEqualTo(verdict);
        }
    }

    private static Object assumption(int number) throws ClassNotFoundException {
        return Class.forName(GANG + "question.QuestionChange$Assumption").getEnumConstants()[number];
    }

    /** {@return what is read, which is written the same each time; null if it is refused in a sentence} */
    private static @Nullable Object arrived(Object sent) throws IOException, ClassNotFoundException {
        Object read;
        try {
            read = read(bytes(sent));
        } catch (InvalidObjectException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotEndWith("null");
            return null;
        }
        byte[] written = bytes(read);
        assertThat(bytes(read(written))).isEqualTo(written);
        return read;
    }

    /** {@return a record that nobody outside its package can make} */
    private static Object made(String name, @Nullable Object... parts) throws ReflectiveOperationException {
        Constructor<?> canonical = Class.forName(GANG + name).getDeclaredConstructors()[0];
        canonical.setAccessible(true);
        return canonical.newInstance(parts);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
