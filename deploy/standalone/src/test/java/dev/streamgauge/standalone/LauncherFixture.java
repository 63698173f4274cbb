package dev.streamgauge.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A checkout with the real launcher, and a Java and a Maven that only write down how they were called. */
final class LauncherFixture {

    private static final Path LAUNCHER = Path.of("../../streamgauge");
    private static final List<String> TOOLS = List.of(
            "basename", "cat", "dirname", "find", "head", "mkdir", "mv", "ps", "readlink", "rm", "sed", "sleep", "wc");

    final Path home;
    final Path jdk;
    private final Path tools;
    private final Path work;

    /** What a run of the launcher came to. */
    record Result(int code, String err, List<String> javaCalls, long builds) {

        String lastCall() {
            return javaCalls.get(javaCalls.size() - 1);
        }
    }

    LauncherFixture(Path directory) throws IOException {
        work = directory;
        home = Files.createDirectories(directory.resolve("my checkout"));
        tools = Files.createDirectories(directory.resolve("tools"));
        jdk = jdk("17.0.9");
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + find(tool) + " \"$@\"");
        }
        script(
                tools.resolve("mvn"),
                "echo build >>'" + log("mvn") + "'; [ ! -f '" + work.resolve("broken")
                        + "' ] || { echo 'no pom'; exit 1; }",
                "sleep 0.5; mkdir -p deploy/standalone/target/lib; : >deploy/standalone/target/streamgauge-standalone.jar");
        Files.copy(LAUNCHER, home.resolve("streamgauge"));
        Files.createDirectories(home.resolve("schemas/src/main/java"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
    }

    Path jdk(String version) throws IOException {
        Path made =
                Files.createDirectories(work.resolve("jdk-" + version + "/bin")).getParent();
        Files.writeString(made.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(made.resolve("bin/javac"), "exit 0");
        script(
                made.resolve("bin/java"),
                "for a in \"$@\"; do printf '%s|' \"$a\"; case $a in -XX:ArchiveClassesAtExit=*) echo x >\"${a#*=}\";; esac;"
                        + " done >>'" + log("java") + "'",
                "echo >>'" + log("java") + "'");
        return made;
    }

    void breakTheBuild() throws IOException {
        Files.writeString(work.resolve("broken"), "");
    }

    void remove(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
    }

    Result run(String... arguments) {
        return run(home.resolve("streamgauge"), Map.of("JAVA_HOME", jdk.toString()), arguments);
    }

    Result run(Path launcher, Map<String, String> environment, String... arguments) {
        return finish(start(launcher, environment, arguments));
    }

    Process start(Path launcher, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result finish(Process process) {
        try {
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The launcher hangs: " + err);
            }
            return new Result(
                    process.exitValue(), err, lines("java"), lines("mvn").size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> lines(String program) throws IOException {
        return Files.exists(log(program)) ? Files.readAllLines(log(program)) : List.of();
    }

    private Path log(String program) {
        return work.resolve(program + ".calls");
    }

    private static Path find(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }
}
