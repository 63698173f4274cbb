package dev.streamgauge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.standalone.LauncherFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path directory;

    private LauncherFixture launcher;

    @BeforeEach
    void checkOut() throws IOException {
        launcher = new LauncherFixture(directory.toRealPath());
    }

    @Test
    void shouldBuildBeforeTheFirstRunOnly() {
        // Given
        Result first = launcher.run("version");

        // When
        Result second = launcher.run("version");

        // Then
        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("building");
        assertThat(second.err()).isEmpty();
        assertThat(second.builds()).isEqualTo(1);
        assertThat(second.lastCall()).endsWith("dev.streamgauge.standalone.Main|version|");
    }

    @Test
    void shouldBuildAgainWhenASourceIsNewer() throws IOException {
        // Given
        launcher.run("version");
        Path source = launcher.home.resolve("schemas/src/main/java/New.java");
        Files.writeString(source, "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        // When
        Result result = launcher.run("version");

        // Then
        assertThat(result.builds()).isEqualTo(2);
    }

    @Test
    void shouldBuildOnceWhenTwoAreStartedAtOnce() {
        // Given
        Map<String, String> environment = Map.of("JAVA_HOME", launcher.jdk.toString());
        Process first = launcher.start(launcher.home.resolve("streamgauge"), environment, "version");
        Process second = launcher.start(launcher.home.resolve("streamgauge"), environment, "version");

        // When
        assertThat(launcher.finish(first).code()).isZero();
        Result last = launcher.finish(second);

        // Then
        assertThat(last.code()).isZero();
        assertThat(last.builds()).isEqualTo(1);
    }

    @Test
    void shouldTakeOverTheLockOfABuildThatDied() throws IOException {
        // Given
        Path lock = Files.createDirectories(launcher.home.resolve("target/launcher.lock"));
        Files.writeString(lock.resolve("pid"), "999999999");

        // When
        Result result = launcher.run("version");

        // Then
        assertThat(result.code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void shouldPassArgumentsOnAsTheyAre() {
        // When
        Result result = launcher.run("git", "a b", "*", "", "--deploys=v*");

        // Then
        assertThat(result.lastCall()).endsWith("Main|git|a b|*||--deploys=v*|");
    }

    @Test
    void shouldWorkThroughALinkFromAnywhere() throws IOException {
        // Given
        Path link = Files.createSymbolicLink(directory.resolve("sg"), Path.of("my checkout/streamgauge"));

        // When
        Result result = launcher.run(link, Map.of("JAVA_HOME", launcher.jdk.toString()), "version");

        // Then
        assertThat(result.code()).isZero();
        assertThat(result.lastCall()).contains("/my checkout/deploy/standalone/target/lib/*|");
    }

    @Test
    void shouldLetTheUserChooseTheJvmsOptions() {
        // Given
        Map<String, String> environment = Map.of(
                "JAVA_HOME", launcher.jdk.toString(), "STREAMGAUGE_JAVA_OPTS", "-Xmx3g -XX:+UseParallelGC -Dx=*");

        // When
        Result result = launcher.run(launcher.home.resolve("streamgauge"), environment, "serve");

        // Then
        assertThat(result.lastCall())
                .containsSubsequence("-Xmx1g|", "-Xmx3g|-XX:+UseParallelGC|-Dx=*|", "Main|serve|")
                .doesNotContain("SerialGC", "TieredStopAtLevel");
        assertThat(launcher.run("git").lastCall()).contains("-XX:+UseSerialGC|", "-XX:TieredStopAtLevel=1|");
    }

    @Test
    void shouldHaveServeStopOftenRatherThanForLong() {
        // When
        Result result = launcher.run("serve", "--config", "f");

        // Then
        assertThat(result.lastCall()).contains("-XX:MaxGCPauseMillis=50|").doesNotContain("SerialGC");
    }

    @Test
    void shouldSilenceTheWarningsOfNewerJvms() throws IOException {
        // Given
        Map<String, String> environment =
                Map.of("JAVA_HOME", launcher.jdk("25.0.1").toString());

        // When
        Result result = launcher.run(launcher.home.resolve("streamgauge"), environment, "version");

        // Then
        assertThat(result.lastCall()).contains("--sun-misc-unsafe-memory-access=allow|");
        assertThat(launcher.run("version").lastCall()).doesNotContain("--sun-misc");
    }

    @Test
    void shouldUseAnArchiveOfClassesOnlyIfItIsWhole() throws IOException {
        // Given
        Path archive = launcher.home.resolve("deploy/standalone/target/classes-17.0.9.jsa");
        assertThat(launcher.run("version").lastCall()).contains("-XX:SharedArchiveFile=" + archive + "|");

        // When
        Files.writeString(archive, "");

        // Then
        assertThat(launcher.run("version").lastCall()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void shouldSayWhatIsWrongWithJava() throws IOException {
        assertThat(message(Map.of("JAVA_HOME", "/none"))).contains("JAVA_HOME is /none", "unset it");
        assertThat(message(Map.of())).contains("no java found", "17 or later");
        assertThat(message(Map.of("JAVA_HOME", launcher.jdk("11.0.2").toString())))
                .contains("Java 11.0.2", "too old");
        assertThat(message(Map.of("JAVA_HOME", launcher.jdk("1.8.0_392").toString())))
                .contains("Java 1.8.0_392", "too old");
    }

    @Test
    void shouldSayThatABuildNeedsACompilerAndMaven() throws IOException {
        // Given
        Map<String, String> environment = Map.of("JAVA_HOME", launcher.jdk.toString());
        Files.delete(launcher.jdk.resolve("bin/javac"));
        assertThat(message(environment)).contains("has no compiler");

        // When
        launcher.remove("mvn");

        // Then
        assertThat(message(environment)).contains("there is no mvn", "install Maven");
    }

    @Test
    void shouldShowMavensMessagesWhenTheBuildFails() throws IOException {
        // Given
        launcher.breakTheBuild();

        // When
        Result result = launcher.run("version");

        // Then
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no pom", "the build failed");
        assertThat(result.javaCalls()).isEmpty();
        assertThat(launcher.home.resolve("target/launcher.lock")).doesNotExist();
    }

    private String message(Map<String, String> environment) {
        Result result = launcher.run(launcher.home.resolve("streamgauge"), environment, "version");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.javaCalls()).isEmpty();
        return result.err();
    }
}
