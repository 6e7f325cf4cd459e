package io.github.workload4j.api.edit;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.util.List;

/** Documents that were not there before. */
final class MadeDocuments {

    private MadeDocuments() {}

    /**
     * {@return the objects as documents that may follow a text; they end with a line end if the text does}
     *
     * @param before what stands before them; empty if nothing does
     * @param like a text whose line ends and form they take
     */
    static String separated(CharSequence before, List<ApiObject> objects, String like) {
        boolean json = TextStyle.isJson(like);
        TextStyle style = new TextStyle(like);
        StringBuilder text = new StringBuilder();
        ManifestWriter writer = json ? ManifestWriter.json() : ManifestWriter.yaml();
        boolean atLineStart = before.length() == 0 || before.charAt(before.length() - 1) == '\n';
        for (ApiObject object : objects) {
            text.append(atLineStart ? "" : style.lineEnd());
            atLineStart = true;
            text.append(json || before.length() + text.length() == 0 ? "" : "---" + style.lineEnd());
            text.append(writer.write(object).replace("\n", style.lineEnd()));
        }
        boolean endsLine = before.length() == 0 || before.charAt(before.length() - 1) == '\n';
        if (!endsLine && text.length() > 0) {
            text.setLength(text.length() - style.lineEnd().length());
        }
        return text.toString();
    }
}
