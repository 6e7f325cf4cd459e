package io.github.workload4j.robustness.once;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import io.github.workload4j.cli.WorkloadCommand;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often the command opens and answers the question about a group, counted by a debugger. */
class OneOpeningTest {

    private static final String MANIFESTS = "../examples/manifests/";

    @Test
    void whatIfOpensTheQuestionOfItsGroupOnceAndAnswersItOnce() throws Exception {
        List<String> calls = calls(
                "whatif",
                "--group=ml/llm-pretraining/workers",
                "-f",
                MANIFESTS + "cluster.yaml",
                MANIFESTS + "training-too-large.yaml");

        assertThat(calls).containsExactly("Feasibility.open", "Opening$Open.answer");
    }

    /** {@return the calls of {@code Feasibility.open} and {@code Opening.Open.answer}, in order} */
    private static List<String> calls(String... arguments) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> options = connector.defaultArguments();
        options.get("main").setValue(WorkloadCommand.class.getName() + " " + String.join(" ", arguments));
        options.get("options")
                .setValue("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"" + System.getProperty("java.class.path")
                        + "\"");
        VirtualMachine machine = connector.launch(options);
        Thread out = drained(machine.process().getInputStream());
        Thread err = drained(machine.process().getErrorStream());
        for (Class<?> watched : List.of(Feasibility.class, Opening.Open.class)) {
            ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(watched.getName());
            request.enable();
        }
        List<String> calls = new ArrayList<>();
        boolean running = true;
        while (running) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    prepared.referenceType().visibleMethods().stream()
                            .filter(method -> List.of("open", "answer").contains(method.name()) && !method.isAbstract())
                            .forEach(method -> machine.eventRequestManager()
                                    .createBreakpointRequest(method.location())
                                    .enable());
                } else if (event instanceof BreakpointEvent reached) {
                    calls.add(name(reached.location().method()));
                }
                running &= !(event instanceof VMDisconnectEvent);
            }
            if (running) {
                events.resume();
            }
        }
        out.join();
        err.join();
        return calls;
    }

    private static String name(Method method) {
        String type = method.declaringType().name();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.name();
    }

    private static Thread drained(InputStream stream) {
        Thread thread = new Thread(() -> {
            try (stream) {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The process has ended.
            }
        });
        thread.start();
        return thread;
    }
}
