package io.github.workload4j.robustness.fuzz;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;

/** The objects that an input holds for targets that come after reading. */
final class Manifest {

    private static final int MOST = 20;

    private Manifest() {}

    static List<Decoded> documents(byte[] input) {
        List<Decoded> decoded = new ArrayList<>();
        ManifestReader.lenient().read(input, document -> {
            if (document instanceof Decoded one && decoded.size() < MOST) {
                decoded.add(one);
            }
        });
        return decoded;
    }

    static List<ApiObject> objects(byte[] input) {
        return documents(input).stream().map(Decoded::object).toList();
    }
}
