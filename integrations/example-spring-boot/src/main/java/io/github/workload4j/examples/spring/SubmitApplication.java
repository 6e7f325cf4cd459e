package io.github.workload4j.examples.spring;

import io.github.workload4j.api.Workload;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes Workloads, and refuses those that an API server would refuse. */
@SpringBootApplication
@RestController
public class SubmitApplication {

    /** Starts the server. */
    public static void main(String[] args) {
        SpringApplication.run(SubmitApplication.class, args);
    }

    @PostMapping("/workloads")
    Workload submit(@Valid @RequestBody Workload workload) {
        return workload;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    List<String> refused(MethodArgumentNotValidException refused) {
        return refused.getFieldErrors().stream()
                .map(error -> error.getField() + ": " + error.getDefaultMessage())
                .toList();
    }
}
