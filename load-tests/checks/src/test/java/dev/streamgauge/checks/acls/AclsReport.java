package dev.streamgauge.checks.acls;

import static dev.streamgauge.standalone.testkit.RolesApart.ALERTING;
import static dev.streamgauge.standalone.testkit.RolesApart.GATEWAY;
import static dev.streamgauge.standalone.testkit.RolesApart.PROCESSORS;

import dev.streamgauge.standalone.access.Acl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes away every right of every role in turn, and writes what failed. */
public final class AclsReport {

    private AclsReport() {}

    /**
     * Runs it; ends with 1 if a right was not missed.
     *
     * @param arguments the page to write
     */
    public static void main(String[] arguments) throws Exception {
        List<Denied> all = new ArrayList<>();
        Path page = Path.of(arguments[0]);
        try (AclDrill drill = new AclDrill(Files.createTempDirectory("acls"))) {
            each(drill, PROCESSORS, all, page, true);
            drill.everythingWorks();
            each(drill, ALERTING, all, page, false);
            drill.restore(ALERTING);
            each(drill, PROCESSORS, all, page, false);
            each(drill, GATEWAY, all, page, false);
        }
        System.exit(all.stream().allMatch(Denied::isNoticed) ? 0 : 1);
    }

    private static void each(AclDrill drill, String role, List<Denied> all, Path page, boolean first)
            throws IOException, InterruptedException {
        List<Acl> rights = new ArrayList<>(drill.rights(role));
        rights.removeIf(right -> AclDrill.isFirst(right) != first);
        rights.sort(Comparator.comparing((Acl right) -> right.resource()).reversed());
        for (Acl right : rights) {
            Denied denied = drill.without(role, right);
            System.err.print(denied.row());
            all.add(denied);
            Files.writeString(page, text(all));
        }
    }

    private static String text(List<Denied> all) {
        StringBuilder page = new StringBuilder("""
                # Each right of the roles, taken away

                `mvn -pl load-tests/checks -am test -Pacls -DskipTests`

                %s. One broker with TLS, SCRAM-SHA-512 and StandardAuthorizer, `allow.everyone.if.no.acl.found=false`; one user for each role, with exactly the rights of `./streamgauge topics acls`.
                Each right is taken away in turn, the role is started anew and given something to do; before that, `./streamgauge doctor` is asked, who names the right and prints the command that adds it, where Kafka tells.
                A right that is the only one on its topic is missed already when the topics are looked at, before the role does anything; this shows that a right on the topic is needed, and not which.
                %d of %d were missed, each in a line on stderr or at `/readyz`.

                | role | without the right | then it | and says | doctor |
                |---|---|---|---|---|
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        all.stream().filter(Denied::isNoticed).count(),
                        all.size()));
        all.forEach(denied -> page.append(denied.row()));
        return page.toString();
    }
}
