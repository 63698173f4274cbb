package dev.streamgauge.checks.acls;

import dev.streamgauge.standalone.testkit.ServeProcess;
import java.util.Optional;
import java.util.stream.Stream;

/** What a role says of a right that it has not. */
final class Complaint {

    private static final String HEAD = "^\\d{4}-\\S+ +[A-Z]+ +\\[.*?] \\S+ - |^503 |^streamgauge: ";

    private Complaint() {}

    /** The first line about it, on stderr or at {@code /readyz}; empty: none. */
    static String of(ServeProcess process) {
        Optional<String> last = Stream.concat(
                        process.says().lines(), process.get("/readyz").lines())
                .filter(line -> line.contains("may not"))
                .reduce((earlier, later) -> later);
        return last.map(line -> line.replaceAll(HEAD, "")).orElse("");
    }
}
