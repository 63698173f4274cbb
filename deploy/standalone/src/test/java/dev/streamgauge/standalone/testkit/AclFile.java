package dev.streamgauge.standalone.testkit;

import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.Acls;
import dev.streamgauge.standalone.access.Use;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.settings.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of all roles, for what is derived from them; nobody listens at these addresses. */
public final class AclFile {

    private final Path file;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** With one source of each kind, somebody who watches, and one receiver. */
    public AclFile(Path directory) {
        this.file = directory.resolve("acls.properties");
        with("bootstrap.servers", "kafka.example.org:9093");
        with("schema.registry.url", "http://registry.example.org:8081");
        with("topic.prefix", "sg.");
        with("source.github.provider", "github");
        with("source.github.secret", "the-secret-of-github");
        with("source.review.provider", "gerrit");
        with("source.review.topic", "gerrit");
        with("processors.state.dir", "state");
        with("alerting.receiver.pager.type", "pagerduty");
        with("alerting.receiver.pager.routing.key", "0123456789abcdef0123456789abcdef");
    }

    /** Sets one more, or another value. */
    public AclFile with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Writes them. */
    public Path written() throws IOException {
        return Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** What a role uses. */
    public List<Use> uses(Role role) throws IOException {
        ServiceSettings read = ServiceSettings.read(written(), Map.of());
        Service service = role.with(read);
        read.require(service.mistakes());
        return service.uses();
    }

    /** What a role needs in its own cluster. */
    public List<Acl> acls(Role role) throws IOException {
        return Acls.of(uses(role), settings.get("topic.prefix"));
    }
}
