package consumer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.WorkloadModule;

/** Reads and writes a manifest with a Jackson mapper. */
public final class MapWithJackson {

    private MapWithJackson() {}

    public static void main(String[] args) throws Exception {
        JsonMapper mapper = JsonMapper.builder().addModule(new WorkloadModule()).build();
        String json = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\","
                + "\"metadata\":{\"name\":\"a\"}}";
        System.out.println(mapper.writeValueAsString(mapper.readValue(json, Workload.class)));
    }
}
