package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.fleet.ShapeAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskHistoryTest {

    @Test
    void thePictureAndTheTableAreThoseOfThePage() throws IOException {
        List<ShapeAnswer> answers = AskHistory.answers(AskHistory.year());
        Path picture = Path.of("../docs/pictures/year.svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(picture, AskHistory.picture(answers));
        }
        assertThat(answers).hasSize(3 * 365);
        assertThat(Files.readString(picture)).isEqualTo(AskHistory.picture(answers));
        assertThat(Files.readString(Path.of("../docs/many-snapshots.md"))).contains(AskHistory.table(answers));
    }
}
