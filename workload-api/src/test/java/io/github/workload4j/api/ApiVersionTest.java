package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiVersionTest {

    @Test
    void isFoundByWhatAManifestWrites() {
        assertThat(ApiVersion.from("scheduling.k8s.io/v1alpha2")).contains(ApiVersion.V1ALPHA2);
        assertThat(ApiVersion.from("v1alpha2")).isEmpty();
        assertThat(ApiVersion.from("scheduling.k8s.io/v2")).isEmpty();
    }

    @Test
    void everyVersionIsFoundByItsOwnName() {
        for (ApiVersion version : ApiVersion.values()) {
            assertThat(ApiVersion.from(version.groupVersion())).contains(version);
            assertThat(version.groupVersion()).isEqualTo(ApiVersion.GROUP + "/" + version.version());
        }
    }

    @Test
    void versionsComeOneAfterTheOther() {
        assertThat(ApiVersion.V1BETA1.isAtLeast(ApiVersion.V1ALPHA1)).isTrue();
        assertThat(ApiVersion.V1ALPHA2.isAtLeast(ApiVersion.V1ALPHA2)).isTrue();
        assertThat(ApiVersion.V1ALPHA1.isAtLeast(ApiVersion.V1ALPHA2)).isFalse();
    }
}
