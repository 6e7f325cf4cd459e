package io.github.workload4j.examples.quarkus;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.WorkloadModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Takes Workloads, and refuses those that an API server would refuse. */
@Path("/workloads")
public class SubmitResource {

    @Produces
    @Singleton
    ObjectMapperCustomizer workloads() {
        return mapper -> mapper.registerModule(new WorkloadModule());
    }

    /** Takes a Workload, and gives it back. */
    @POST
    public Workload submit(@Valid Workload workload) {
        return workload;
    }
}
