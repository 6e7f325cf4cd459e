package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.input.Unread;
import io.github.workload4j.gang.words.JsonLines;
import java.util.List;

/** What answers do not know of the inputs, as JSON. */
public final class InputsJson {

    private InputsJson() {}

    /** Writes what the answers do not know, and what else was said about the inputs. */
    public static void write(LoadedCluster cluster, JsonLines json) {
        write(cluster.unread(), cluster.inputs().warnings(), json);
    }

    /** Writes inputs that could not be read, and what else was said. */
    public static void write(List<Unread> all, List<String> warnings, JsonLines json) {
        json.objects("incomplete", all, unread -> {
                    json.field("file", unread.file());
                    json.json("line", unread.line() == 0 ? null : String.valueOf(unread.line()));
                    json.field("what", unread.what());
                })
                .texts("warnings", warnings);
    }
}
