package dev.streamgauge.standalone.registry;

import static dev.streamgauge.standalone.registry.RegistryFixture.BROKEN;
import static dev.streamgauge.standalone.registry.RegistryFixture.GROWN;
import static dev.streamgauge.standalone.registry.RegistryFixture.USER;
import static dev.streamgauge.standalone.registry.RegistryFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.registry.RegistryFixture.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryServerTest {

    @TempDir
    Path directory;

    private RegistryFixture registry;

    @BeforeEach
    void start() {
        registry = new RegistryFixture(directory);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldGiveTheSameIdToTheSameSchemaInEverySubject() {
        // Given
        int first = registry.id("a-value", USER);

        // When
        int second = registry.id("b-value", USER.replace(",", " , "));

        // Then
        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(first);
        assertThat(registry.id("b-value", GROWN)).isEqualTo(2);
        assertThat(registry.get("/schemas/ids/1/subjects").body()).hasToString("[\"a-value\",\"b-value\"]");
        assertThat(registry.get("/schemas/ids/1/versions")
                        .body()
                        .get(1)
                        .path("subject")
                        .asText())
                .isEqualTo("b-value");
    }

    @Test
    void shouldRegisterASchemaOnceHoweverOftenItIsSent() {
        // Given
        registry.register("a-value", USER);

        // When
        Reply again = registry.register("a-value", USER);

        // Then
        assertThat(again).hasToString("200 {\"id\":1}");
        assertThat(registry.get("/subjects/a-value/versions").body()).hasToString("[1]");
    }

    @Test
    void shouldReturnAVersionByNumberAndAsLatest() {
        // Given
        registry.register("a-value", USER);
        registry.register("a-value", GROWN);

        // When
        Reply latest = registry.get("/subjects/a-value/versions/latest");

        // Then
        assertThat(latest.body().path("version").asInt()).isEqualTo(2);
        assertThat(latest.body().path("id").asInt()).isEqualTo(2);
        assertThat(latest.body().path("subject").asText()).isEqualTo("a-value");
        assertThat(latest.body().path("schema").asText()).isEqualTo(GROWN);
        assertThat(registry.get("/subjects/a-value/versions/-1")).isEqualTo(latest);
        assertThat(registry.get("/subjects/a-value/versions/1/schema")
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("User");
        assertThat(registry.get("/schemas/ids/2").body().path("schema").asText())
                .isEqualTo(GROWN);
    }

    @Test
    void shouldLookASchemaUpByItsText() {
        // Given
        registry.register("a-value", USER);

        // When
        Reply found = registry.post("/subjects/a-value", body(USER));

        // Then
        assertThat(found.body().path("id").asInt()).isEqualTo(1);
        assertThat(found.body().path("version").asInt()).isEqualTo(1);
        assertThat(registry.post("/subjects/a-value", body(GROWN)).code()).isEqualTo(40403);
        assertThat(registry.post("/subjects/b-value", body(USER)).code()).isEqualTo(40401);
    }

    @Test
    void shouldSayWhatIsMissing() {
        // Given
        registry.register("a-value", USER);

        // Then
        assertThat(registry.get("/subjects/none/versions").code()).isEqualTo(40401);
        assertThat(registry.get("/subjects/a-value/versions/9").code()).isEqualTo(40402);
        assertThat(registry.get("/subjects/a-value/versions/zero").code()).isEqualTo(42202);
        assertThat(registry.get("/subjects/a-value/versions/0").code()).isEqualTo(42202);
        assertThat(registry.get("/schemas/ids/77").code()).isEqualTo(40403);
        assertThat(registry.get("/schemas/ids/x").code()).isEqualTo(40403);
        assertThat(registry.get("/config/a-value").code()).isEqualTo(40408);
        assertThat(registry.get("/mode/a-value").code()).isEqualTo(40409);
        assertThat(registry.get("/nowhere").status()).isEqualTo(404);
        assertThat(registry.put("/subjects", "{}").status()).isEqualTo(405);
    }

    @Test
    void shouldRefuseAnIncompatibleSchema() {
        // Given
        registry.register("a-value", USER);

        // When
        Reply refused = registry.register("a-value", BROKEN);

        // Then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.body().path("message").asText()).contains("version 1", "/fields/0/type", "FULL_TRANSITIVE");
        assertThat(registry.get("/subjects/a-value/versions").body()).hasToString("[1]");
    }

    @Test
    void shouldTestCompatibilityWithoutRegistering() {
        // Given
        registry.register("a-value", USER);
        String test = "/compatibility/subjects/a-value/versions";

        // Then
        assertThat(registry.post(test + "/latest", body(GROWN))).hasToString("200 {\"is_compatible\":true}");
        assertThat(registry.post(test + "/1", body(BROKEN))).hasToString("200 {\"is_compatible\":false}");
        assertThat(registry.post(test + "?verbose=true", body(BROKEN)).body().path("messages"))
                .isNotEmpty();
        assertThat(registry.post(test + "/9", body(USER)).code()).isEqualTo(40402);
        assertThat(registry.post("/compatibility/subjects/new/versions/latest", body(USER)))
                .hasToString("200 {\"is_compatible\":true}");
        assertThat(registry.get("/subjects/a-value/versions").body()).hasToString("[1]");
    }

    @Test
    void shouldSetLevelsGloballyAndPerSubject() {
        // Given
        assertThat(registry.get("/config")).hasToString("200 {\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");

        // When
        Reply set = registry.put("/config/a-value", "{\"compatibility\":\"none\"}");
        Reply global = registry.put("/config", "{\"compatibility\":\"BACKWARD\"}");

        // Then
        assertThat(set).hasToString("200 {\"compatibility\":\"NONE\"}");
        assertThat(global.status()).isEqualTo(200);
        assertThat(registry.get("/config/a-value")).hasToString("200 {\"compatibilityLevel\":\"NONE\"}");
        assertThat(registry.get("/config/b?defaultToGlobal=true"))
                .hasToString("200 {\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(registry.put("/config", "{\"compatibility\":\"SOME\"}").code())
                .isEqualTo(42203);
        assertThat(registry.delete("/config/a-value")).hasToString("200 {\"compatibility\":\"NONE\"}");
        assertThat(registry.get("/config/a-value").code()).isEqualTo(40408);
        assertThat(registry.delete("/config")).hasToString("200 {\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @Test
    void shouldReadModesButNotSetThem() {
        assertThat(registry.get("/mode")).hasToString("200 {\"mode\":\"READWRITE\"}");
        assertThat(registry.get("/mode/a?defaultToGlobal=true").status()).isEqualTo(200);
        assertThat(registry.put("/mode", "{\"mode\":\"IMPORT\"}").code()).isEqualTo(42205);
    }

    @Test
    void shouldHideADeletedSubjectAndRemoveItOnRequest() {
        // Given
        registry.register("a-value", USER);
        registry.register("a-value", GROWN);
        assertThat(registry.delete("/subjects/a-value?permanent=true").code()).isEqualTo(40405);

        // When
        Reply hidden = registry.delete("/subjects/a-value");

        // Then
        assertThat(hidden).hasToString("200 [1,2]");
        assertThat(registry.get("/subjects")).hasToString("200 []");
        assertThat(registry.get("/subjects?deleted=true")).hasToString("200 [\"a-value\"]");
        assertThat(registry.get("/schemas/ids/1").status()).isEqualTo(200);
        assertThat(registry.delete("/subjects/a-value").code()).isEqualTo(40404);
        assertThat(registry.delete("/subjects/a-value?permanent=true")).hasToString("200 [1,2]");
        assertThat(registry.get("/subjects?deleted=true")).hasToString("200 []");
        assertThat(registry.get("/schemas/ids/1").status()).isEqualTo(200);
    }

    @Test
    void shouldDeleteASingleVersion() {
        // Given
        registry.register("a-value", USER);
        registry.register("a-value", GROWN);
        assertThat(registry.delete("/subjects/a-value/versions/1?permanent=true")
                        .code())
                .isEqualTo(40407);

        // When
        Reply deleted = registry.delete("/subjects/a-value/versions/latest");

        // Then
        assertThat(deleted).hasToString("200 2");
        assertThat(registry.delete("/subjects/a-value/versions/2").code()).isEqualTo(40406);
        assertThat(registry.get("/subjects/a-value/versions/latest")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(registry.id("a-value", GROWN)).isEqualTo(2);
        assertThat(registry.get("/subjects/a-value/versions").body()).hasToString("[1,3]");
        assertThat(registry.delete("/subjects/a-value/versions/2?permanent=true"))
                .hasToString("200 2");
    }

    @Test
    void shouldListSubjectsByPrefix() {
        // Given
        registry.register("a-value", USER);
        registry.register("b-value", USER);

        // When
        Reply listed = registry.get("/subjects?subjectPrefix=b");

        // Then
        assertThat(listed).hasToString("200 [\"b-value\"]");
        assertThat(registry.get("/schemas/types")).hasToString("200 [\"AVRO\"]");
        assertThat(registry.get("/")).hasToString("200 {}");
    }
}
