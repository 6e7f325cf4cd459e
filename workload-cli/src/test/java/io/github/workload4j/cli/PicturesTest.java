package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.ExitStatus;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures in {@code docs/pictures} are those that the command makes of the example cluster. Run with
 * {@code -Dgolden.update=true} to make them anew, and look at them.
 */
class PicturesTest {

    private static final Path FOLDER = Path.of("../docs/pictures");
    private static final Path MANIFESTS = Path.of("../examples/manifests");

    private static Run drawn(String form, String manifest, String... more) {
        List<String> args = new ArrayList<>(List.of("check", "-o", form));
        args.addAll(List.of(
                "-f",
                MANIFESTS.resolve("cluster.yaml").toString(),
                MANIFESTS.resolve(manifest).toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "fine-tuning-v1beta1, ml/fine-tuning-workers",
        "training-too-large, ml/llm-pretraining/workers",
        "self-play, research/self-play/players",
        "chat-v1alpha3, serving/chat"
    })
    void theCommittedPictureIsWhatTheCommandMakes(String manifest, String group) throws IOException {
        String made =
                drawn("svg", manifest + ".yaml", "--explain", "--group", group).out();
        assertIsCommitted(manifest, made);
    }

    /** Three pods of two devices each: kube-scheduler gives four to the first, in whatever order they come. */
    @Test
    void thePictureOfAGangThatOnlyTheExactChoicePlacesIsWhatTheCommandMakes() throws IOException {
        Path scenario = Path.of("src/test/resources/conformance/devices/first-identical-pods-numbers-trap");
        List<String> args = new ArrayList<>(List.of("check", "-o", "svg", "--explain", "-f"));
        for (String file : List.of("nodes", "pods", "group", "devices")) {
            args.add(scenario.resolve(file + ".yaml").toString());
        }
        assertIsCommitted("devices", Run.of(args.toArray(String[]::new)).out());
    }

    @Test
    void committedPictureOfANightIsWhatTheCommandDraws() throws IOException {
        String manifests = "../examples/manifests/";
        assertIsCommitted(
                "night",
                Run.of(
                                "when",
                                "-o",
                                "svg",
                                "--now",
                                "2026-12-01T21:00:00Z",
                                "--reservations",
                                "../examples/reservations.json",
                                "-f",
                                manifests + "cluster.yaml",
                                manifests + "night.yaml",
                                "--group",
                                "ml/pretrain",
                                "ml/finetune",
                                "ml/score")
                        .out());
    }

    @Test
    void committedPictureOfWhatToBuyIsWhatTheCommandDraws() throws IOException {
        String manifests = "../examples/manifests/";
        assertIsCommitted(
                "what-to-buy",
                Run.of(
                                "whatif",
                                "-o",
                                "svg",
                                "-f",
                                manifests + "cluster.yaml",
                                manifests + "raycluster.yaml",
                                "--catalogue",
                                "../examples/prices.csv")
                        .out());
    }

    @Test
    void committedPictureOfWhatToMoveIsWhatTheCommandDraws() throws IOException {
        assertIsCommitted(
                "what-to-move",
                Run.of(
                                "whatif",
                                "-o",
                                "svg",
                                "-f",
                                MANIFESTS.resolve("cluster.yaml").toString(),
                                MANIFESTS.resolve("raycluster.yaml").toString())
                        .out());
    }

    @Test
    void committedPictureOfWhichClusterIsWhatTheCommandDraws() throws IOException {
        String clusters = "../examples/clusters/";
        assertIsCommitted(
                "which-cluster",
                Run.of(
                                "where",
                                "-o",
                                "svg",
                                "--explain",
                                "-f",
                                clusters + "train.yaml",
                                "--cluster",
                                "eu=" + clusters + "eu.yaml",
                                "us=" + clusters + "us.yaml",
                                "busy=" + clusters + "busy.yaml")
                        .out());
    }

    private static void assertIsCommitted(String name, String made) throws IOException {
        Path committed = FOLDER.resolve(name + ".svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(committed, made);
        }
        assertThat(made)
                .as("%s; another answer or another drawing: run with -Dgolden.update=true and look at it", committed)
                .isEqualTo(Files.readString(committed));
    }

    @Test
    void theExitStatusIsTheSameAsThatOfTheText() {
        assertThat(drawn("svg", "training-too-large.yaml").status()).isEqualTo(ExitStatus.NO);
        assertThat(drawn("html", "fine-tuning-v1beta1.yaml").status()).isEqualTo(ExitStatus.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "html"})
    void aBrowserShowsIt(String form, @TempDir Path folder) throws IOException, InterruptedException {
        Path browser = browser();
        Assumptions.assumeTrue(browser != null, "not opened in a browser: no chromium on the PATH");
        Path file = folder.resolve("picture." + form);
        String made = drawn(form, "training-too-large.yaml").out();
        Files.writeString(file, made);
        Path shot = folder.resolve("shot.png");
        int height = height(made);
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1200," + height,
                        "--screenshot=" + shot,
                        file.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("the browser ends")
                .isTrue();
        var image = ImageIO.read(shot.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(colours(image)).as("colours in the picture").hasSizeGreaterThan(10);
    }

    private static List<Integer> colours(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
                .distinct()
                .boxed()
                .toList();
    }

    private static int height(String svg) {
        Matcher declared =
                Pattern.compile("<svg [^>]*width=\"1200\" height=\"([0-9]+)\"").matcher(svg);
        return declared.find() ? Integer.parseInt(declared.group(1)) : 2000;
    }

    private static Path browser() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        return null;
    }
}
