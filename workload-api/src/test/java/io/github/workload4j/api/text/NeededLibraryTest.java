package io.github.workload4j.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeededLibraryTest {

    private static final String METADATA =
            "/META-INF/native-image/io.github.workload4j/workload-api/reachability-metadata.json";

    @ParameterizedTest
    @EnumSource
    void isThereAndANativeImageIsToldOfIt(NeededLibrary library) throws IOException {
        assertThatCode(library::require).doesNotThrowAnyException();
        try (InputStream in = NeededLibrary.class.getResourceAsStream(METADATA)) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("{\"type\": \"" + library.type() + "\"}");
        }
    }
}
