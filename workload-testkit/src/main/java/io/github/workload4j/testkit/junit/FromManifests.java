package io.github.workload4j.testkit.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fills a parameter of a test with a cluster out of a resource: a {@code SmallCluster}, or a {@code ClusterSnapshot}.
 *
 * <pre>{@code
 * @Test
 * void theGangFits(@FromManifests("/clusters/two-nodes.yaml") SmallCluster cluster) {
 *     assertThat(cluster).fits();
 * }
 * }</pre>
 */
@SuppressWarnings("exports") // Who uses this annotation requires org.junit.jupiter.api; nobody else should have to.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FromManifestsExtension.class)
public @interface FromManifests {

    /** {@return the resource, found as the test's class finds it: YAML or JSON, several documents and lists too} */
    String value();
}
