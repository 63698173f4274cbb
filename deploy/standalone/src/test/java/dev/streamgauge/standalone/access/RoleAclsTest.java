package dev.streamgauge.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.testkit.AclFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the roles need, and that it is no more. */
class RoleAclsTest {

    @TempDir
    Path directory;

    @Test
    void theGatewayOnlyWritesAndReadsNothingButItsSources() throws IOException {
        // When
        List<Acl> acls = new AclFile(directory).acls(Role.GATEWAY);

        // Then
        assertThat(said(acls, Operation.WRITE))
                .hasSize(Topics.events().size() + 2)
                .contains("topic sg.events.commits.v1", "topic sg.events.raw.v1", "topic sg.dead-letters.v1");
        assertThat(said(acls, Operation.READ)).containsExactlyInAnyOrder("topic gerrit", "group sg.gateway-review");
        assertThat(acls).extracting(Acl::operation).containsOnly(Operation.READ, Operation.WRITE);
    }

    @Test
    void theRightsOnAnotherClusterAreApart() throws IOException {
        // Given
        AclFile file = new AclFile(directory).with("source.review.kafka.bootstrap.servers", "kafka.example.com:9093");

        // When
        List<Acl> own = file.acls(Role.GATEWAY);

        // Then
        assertThat(said(own, Operation.READ)).isEmpty();
        assertThat(Acls.elsewhere(file.uses(Role.GATEWAY), "sg."))
                .hasEntrySatisfying(
                        "kafka.example.com:9093",
                        acls -> assertThat(said(acls, Operation.READ))
                                .containsExactly("topic gerrit", "group sg.gateway-review"));
    }

    @Test
    void whoKeepsNoDeliveriesOnlyLooksWhetherTheTopicIsThere() throws IOException {
        // When
        List<Acl> acls = new AclFile(directory).with("gateway.raw", "off").acls(Role.GATEWAY);

        // Then
        assertThat(said(acls, Operation.DESCRIBE)).containsExactly("topic sg.events.raw.v1");
        assertThat(said(acls, Operation.WRITE)).doesNotContain("topic sg.events.raw.v1");
    }

    @Test
    void theProcessorsCreateTopicsOfTheirOwnOnly() throws IOException {
        // When
        List<Acl> acls = new AclFile(directory).acls(Role.PROCESSORS);

        // Then
        assertThat(said(acls, Operation.CREATE)).containsExactly("topic sg.processors-*");
        assertThat(acls)
                .filteredOn(acl -> acl.resource() != Resource.TOPIC)
                .extracting(RoleAclsTest::said)
                .containsExactlyInAnyOrder("group sg.processors READ", "transactional-id sg.processors-* WRITE");
        assertThat(said(acls, Operation.WRITE))
                .contains("topic sg.lead-time.v1.revisions", "topic sg.queue-parts.v1")
                .doesNotContain("topic sg.events.commits.v1", "topic sg.rules.v1", "topic sg.alerts.dead-letters.v1");
    }

    @Test
    void whoDoesNotWatchNeedsNothingOfQueuesAndAlerts() throws IOException {
        // When
        List<Acl> acls = new AclFile(directory).with("watch.enabled", "false").acls(Role.PROCESSORS);

        // Then
        assertThat(acls).extracting(Acl::name).noneMatch(name -> name.matches("sg[.](queue|alert|rules).*"));
    }

    @Test
    void theSinkReadsDeploysOnlyIfSomebodyHearsOfThem() throws IOException {
        // When
        List<Acl> acls = new AclFile(directory).acls(Role.ALERTING);

        // Then
        assertThat(acls)
                .extracting(RoleAclsTest::said)
                .containsExactlyInAnyOrder(
                        "topic sg.alerts.v1 READ",
                        "topic sg.alerts.v1 WRITE",
                        "topic sg.alerts.json.v1 WRITE",
                        "topic sg.alerts.dead-letters.v1 WRITE",
                        "group sg.alerting* READ");
        assertThat(said(
                        new AclFile(directory)
                                .with("alerting.receiver.pager.change.environments", "production")
                                .acls(Role.ALERTING),
                        Operation.READ))
                .contains("topic sg.deploys.v1");
    }

    @Test
    void noRightIsImpliedByAnother() throws IOException {
        for (Role role : Role.values()) {
            // When
            List<Acl> acls = new AclFile(directory).acls(role);

            // Then
            assertThat(acls)
                    .allSatisfy(acl -> assertThat(acls)
                            .filteredOn(other -> !other.equals(acl))
                            .noneMatch(other -> other.covers(acl)));
        }
    }

    @Test
    void whatTheCatalogueSaysOfWritersAndReadersIsWhatTheRolesDo() throws IOException {
        // When
        AclFile file = new AclFile(directory).with("alerting.receiver.pager.change.environments", "production");
        List<Acl> processors = file.acls(Role.PROCESSORS);
        List<Acl> gateway = file.acls(Role.GATEWAY);

        // Then
        assertThat(topics(processors, Operation.WRITE)).isEqualTo(catalogue("processors", true));
        assertThat(topics(processors, Operation.READ)).isEqualTo(catalogue("processors", false));
        assertThat(topics(gateway, Operation.WRITE)).isEqualTo(catalogue("connectors", true));
    }

    private static Set<String> catalogue(String who, boolean written) {
        return Topics.all().stream()
                .filter(topic ->
                        (written ? topic.usage().writtenBy() : topic.usage().readBy()).contains(who))
                .map(topic -> "topic " + topic.name("sg."))
                .collect(Collectors.toSet());
    }

    private static Set<String> topics(List<Acl> acls, Operation operation) {
        return said(acls, operation).stream()
                .filter(name -> name.startsWith("topic sg.") && !name.endsWith("*"))
                .collect(Collectors.toSet());
    }

    private static List<String> said(List<Acl> acls, Operation operation) {
        return acls.stream()
                .filter(acl -> acl.operation() == operation)
                .map(RoleAclsTest::name)
                .toList();
    }

    private static String said(Acl acl) {
        return name(acl) + " " + acl.operation();
    }

    private static String name(Acl acl) {
        return acl.resource().label() + " " + acl.name() + (acl.pattern() == Pattern.PREFIXED ? "*" : "");
    }
}
