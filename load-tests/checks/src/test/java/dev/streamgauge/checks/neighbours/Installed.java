package dev.streamgauge.checks.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine that are not ours. */
final class Installed {

    /** Debian's own: others may be found first, and know nothing of its packages. */
    static final String PYTHON = "/usr/bin/python3";

    private static final long LONGEST_S = 120;
    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql");
    private static final Path ARCHIVES = Path.of("target", "neighbours");

    private Installed() {}

    /** What is missing here for the neighbours; empty: nothing. */
    static Optional<String> missing() {
        return Stream.of(
                        runs("kcat", "-V") ? "" : "kcat",
                        runs(PYTHON, "-c", "import confluent_kafka.avro")
                                ? ""
                                : "python3-confluent-kafka, python3-avro",
                        postgresql().isPresent() ? "" : "postgresql",
                        jdbcSink().isPresent() ? "" : "Debezium's JDBC sink in " + ARCHIVES.toAbsolutePath())
                .filter(each -> !each.isEmpty())
                .reduce((left, right) -> left + ", " + right);
    }

    /** Where the newest PostgreSQL's programs are. */
    static Optional<Path> postgresql() {
        return found(POSTGRESQL, "", "").map(version -> version.resolve("bin"));
    }

    /** The archive of the connector, as Maven Central has it. */
    static Optional<Path> jdbcSink() {
        return found(ARCHIVES, "debezium-", ".tar.gz");
    }

    /** The archive of the identity provider, as Maven Central has it. */
    static Optional<Path> keycloak() {
        return found(ARCHIVES, "keycloak-", ".tar.gz");
    }

    private static Optional<Path> found(Path directory, String beginning, String ending) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(file -> file.toString().endsWith(ending))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean runs(String... command) {
        try {
            run(Map.of(), command);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /**
     * Runs one to its end.
     *
     * @return what it said on stdout
     * @throws IllegalStateException with what it said, if it did not end well
     */
    static String run(Map<String, String> environment, String... command) throws IOException {
        Path complaints = Files.createTempFile("neighbour", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean ended = process.waitFor(LONGEST_S, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s: %s%s".formatted(Arrays.asList(command), said, Files.readString(complaints)));
            }
            return said;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(complaints);
        }
    }

    /** What it said, by its lines. */
    static List<String> lines(String... command) throws IOException {
        return run(Map.of(), command).lines().toList();
    }
}
