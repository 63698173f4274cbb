package dev.streamgauge.checks.neighbours;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Has the neighbours read what Streamgauge publishes, and writes what they read. */
public final class NeighboursReport {

    private NeighboursReport() {}

    /**
     * Runs it.
     *
     * @param arguments the page to write
     */
    public static void main(String[] arguments) throws Exception {
        Optional<String> missing = Installed.missing();
        if (missing.isPresent()) {
            System.err.println("Not installed: " + missing.get());
            System.exit(1);
        }
        try (Neighbourhood neighbourhood = new Neighbourhood(Files.createTempDirectory("neighbours"))) {
            neighbourhood.open();
            String told = neighbourhood.alert();
            List<String> alerts = neighbourhood.kcat();
            Landed landed = Landed.of(neighbourhood);
            List<String> records = neighbourhood.confluent();
            String page = """
                    # Beside a Kafka that somebody runs already

                    `mvn -pl load-tests/checks -am package -Pneighbours -DskipTests`

                    %s. Three brokers with TLS, users and StandardAuthorizer (`allow.everyone.if.no.acl.found=false`); `serve` as a process and a SCRAM user of its own for each role, with exactly the rights of `./streamgauge topics acls`.

                    | who | did | what came |
                    |---|---|---|
                    | a signed webhook, through gateway, processors and sink | a job waits | a receiver was told: "%s" |
                    | `./streamgauge git CLONE --config FILE` | published a clone's history | %s |
                    | Debian's kcat 1.7.1 | read `alerts.json.v1` | %d records, the alert among them |
                    | Debezium's JDBC sink 3.6.0 with `StreamgaugeAvroConverter`, in a Connect worker | landed `lead-time.v1` in PostgreSQL | %d rows, each equal to the oracle's; tasks %s |
                    | Confluent's Python client 1.7.0 (`AvroConsumer`) | read `lead-time.v1` | %d records |

                    What they were told is in [docs/connect/bi.md](../../docs/connect/bi.md).
                    """.formatted(
                            LocalDate.now(ZoneOffset.UTC),
                            told,
                            landed.published(),
                            alerts.size(),
                            landed.rows(),
                            landed.tasks(),
                            records.size());
            Files.writeString(Path.of(arguments[0]), page);
            System.err.println(page);
        }
        System.exit(0);
    }
}
