package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.workload4j.api.Workload;

/** Reads and writes a manifest with a Jackson mapper that found the module by itself. */
public final class FindModule {

    private FindModule() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();
        String json = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\","
                + "\"metadata\":{\"name\":\"a\"}}";
        System.out.println(mapper.writeValueAsString(mapper.readValue(json, Workload.class)));
    }
}
