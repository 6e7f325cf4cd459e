package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole library with its two searches replaced by liars: whatever they say, no door says it. Nothing in the library
 * is made for this; its classes are loaded once more, but for the two searches.
 */
class WrongSearchTest {

    /** The library once more, with liars in place of the searches. */
    private static final class Replaced extends ClassLoader {

        private static final String OWN = "io.github.workload4j.";
        private static final Map<String, String> LIARS = Map.of(
                OWN + "gang.search.PackingSearch",
                OWN + "gang.search.LyingPackings",
                OWN + "gang.order.OrderedSearch",
                OWN + "gang.order.LyingOrdering");

        Replaced() {
            super(WrongSearchTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OWN)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                byte[] bytes = bytes(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        /** Names are as long as what they stand in for, so that one can be written over the other. */
        private byte[] bytes(String name) throws ClassNotFoundException {
            for (Map.Entry<String, String> liar : LIARS.entrySet()) {
                if (name.equals(liar.getKey())) {
                    String text = new String(read(liar.getValue()), StandardCharsets.ISO_8859_1);
                    return text.replace(path(liar.getValue()), path(name)).getBytes(StandardCharsets.ISO_8859_1);
                }
            }
            return read(name);
        }

        private byte[] read(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(path(name) + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String path(String name) {
            return name.replace('.', '/');
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> saidBy(String lie) throws ReflectiveOperationException {
        System.setProperty("workload.lie", lie);
        try {
            Class<?> doors = new Replaced().loadClass(Doors.class.getName());
            assertThat(doors).isNotSameAs(Doors.class);
            return (Map<String, String>) doors.getMethod("open").invoke(null);
        } finally {
            System.clearProperty("workload.lie");
        }
    }

    /** What a door says that believes nothing it is told. */
    private static final List<String> NOTHING = List.of(
            "undetermined defect",
            "undetermined defect, undetermined defect",
            "0",
            "0 incomplete",
            "0 conflicts incomplete",
            "[] [1, 2]");

    @Test
    void anHonestSearchIsBelievedByEveryDoor() {
        assertThat(Doors.open())
                .containsEntry("answer few SEARCH", "feasible")
                .containsEntry("answer few SCHEDULER", "feasible")
                .containsEntry("answer many SEARCH", "infeasible")
                .containsEntry("answer even SEARCH", "feasible")
                .containsEntry("domains", "[1, 2] []")
                .containsEntry("explanation", "2 proved")
                .containsEntry("evictions", "1")
                .containsEntry("queue", "feasible, infeasible")
                .containsEntry("largest set", "1 proved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A_PLACEMENT", "A_CERTIFICATE", "A_BOUND", "A_PART"})
    void aWrongOneByNone(String lie) throws ReflectiveOperationException {
        Map<String, String> said = saidBy(lie);
        said.forEach((door, words) ->
                assertThat(words).as(door).doesNotContain("feasible").doesNotContain("proved"));
    }
}
