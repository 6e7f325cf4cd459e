package io.github.workload4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SpringBootTest
@AutoConfigureMockMvc
class SubmitApplicationTest {

    private static final String WORKLOAD = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"Workload\","
            + "\"metadata\":{\"name\":\"train\",\"namespace\":\"ml\"},\"spec\":{\"podGroupTemplates\":"
            + "[{\"name\":\"workers\",\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}}]}}";

    @Autowired
    private MockMvc server;

    private MockHttpServletResponse post(String body) throws Exception {
        return server.perform(MockMvcRequestBuilders.post("/workloads")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    @Test
    void aGoodWorkloadComesBackAsItsManifest() throws Exception {
        MockHttpServletResponse answer = post(WORKLOAD);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo(WORKLOAD);
    }

    @Test
    void aFaultyWorkloadIsRefusedWithItsField() throws Exception {
        MockHttpServletResponse answer = post(WORKLOAD.replace("\"minCount\":4", "\"minCount\":0"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("spec.podGroupTemplates[0].schedulingPolicy.gang.minCount: ");
    }

    @Test
    void whatIsNoManifestIsABadRequest() throws Exception {
        assertThat(post(WORKLOAD.replace("podGroupTemplates", "podGroups")).getStatus()).isEqualTo(400);
    }
}
