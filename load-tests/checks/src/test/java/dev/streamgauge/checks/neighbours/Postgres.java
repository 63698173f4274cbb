package dev.streamgauge.checks.neighbours;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.standalone.testkit.cluster.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the test's own, on loopback; the machine's service is left alone. */
final class Postgres implements AutoCloseable {

    static final String USER = "streamgauge";
    static final String PASSWORD = "the-password-of-postgresql";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path programs = Installed.postgresql().orElseThrow();
    private final Path directory;
    private final int port = FreePorts.of(1).get(0);

    private Postgres(Path directory) {
        this.directory = directory;
    }

    static Postgres start() throws IOException {
        Postgres postgres = new Postgres(Files.createTempDirectory(Path.of("/tmp"), "streamgauge-postgres"));
        Path password = Files.writeString(postgres.directory.resolve("password"), PASSWORD);
        String data = postgres.data();
        postgres.as("initdb", "-D", data, "-U", USER, "--pwfile=" + password, "-A", "scram-sha-256", "--no-sync");
        String options = "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories='' -c fsync=off"
                .formatted(postgres.port);
        postgres.as(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-l",
                postgres.directory.resolve("log").toString(),
                "-o",
                options,
                "start");
        return postgres;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void as(String program, String... arguments) throws IOException {
        // It refuses to run as root: then it sees itself as somebody else, and the kernel sees root.
        List<String> command = new ArrayList<>(
                isRoot() ? List.of("unshare", "--user", "--map-user=1000", "--map-group=1000") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Installed.run(Map.of(), command.toArray(String[]::new));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /** The rows of a query; none, if it cannot be answered. */
    List<ObjectNode> rows(String query) {
        String json = "select coalesce(json_agg(found), '[]') from (%s) found".formatted(query);
        try {
            String answer = Installed.run(
                    Map.of("PGPASSWORD", PASSWORD),
                    programs.resolve("psql").toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(port),
                    "-U",
                    USER,
                    "-d",
                    "postgres",
                    "-Atc",
                    json);
            List<ObjectNode> rows = new ArrayList<>();
            MAPPER.readTree(answer).forEach(row -> rows.add((ObjectNode) row));
            return rows;
        } catch (IOException | IllegalStateException e) {
            return List.of(); // The sink makes the table with its first row.
        }
    }

    @Override
    public void close() throws IOException {
        as("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        Installed.run(Map.of(), "rm", "-r", directory.toString());
    }
}
