package dev.streamgauge.standalone.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.streamgauge.schemas.testkit.GeneratedPart;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.testkit.AclFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AclsReferenceTest {

    @TempDir
    Path directory;

    private record Row(Resource resource, Operation operation, String why) {}

    @Test
    void thePageTellsTheRightsOfTheCode() throws IOException {
        // Given
        AclFile file = new AclFile(directory)
                .with("topic.prefix", "")
                .with("alerting.receiver.pager.change.environments", "production");

        // When
        StringBuilder table = new StringBuilder("| role | may | on | because it |\n|---|---|---|---|\n");
        for (Role role : Role.values()) {
            table.append(rows(role, file.acls(role)));
        }

        // Then
        new GeneratedPart(Path.of("../../docs/security.md"), "acls").requireIs(table.toString());
    }

    private static String rows(Role role, List<Acl> acls) {
        Map<Row, List<Acl>> rows = acls.stream()
                .collect(groupingBy(
                        acl -> new Row(acl.resource(), acl.operation(), acl.why()), LinkedHashMap::new, toList()));
        return rows.entrySet().stream()
                .map(row -> "| `%s` | %s | %s %s | %s |\n"
                        .formatted(
                                role.name().toLowerCase(Locale.ROOT),
                                row.getKey().operation(),
                                row.getKey().resource().label(),
                                row.getValue().stream()
                                        .map(acl -> "`%s%s`"
                                                .formatted(acl.name(), acl.pattern() == Pattern.PREFIXED ? "*" : ""))
                                        .collect(joining(", ")),
                                row.getKey().why()))
                .collect(joining());
    }
}
