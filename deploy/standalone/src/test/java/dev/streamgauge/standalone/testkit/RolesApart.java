package dev.streamgauge.standalone.testkit;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.StandaloneException;
import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclBindings;
import dev.streamgauge.standalone.access.Acls;
import dev.streamgauge.standalone.commands.RulesCommand;
import dev.streamgauge.standalone.doctor.Finding;
import dev.streamgauge.standalone.doctor.Installation;
import dev.streamgauge.standalone.serve.ClusterException;
import dev.streamgauge.standalone.serve.ClusterTopics;
import dev.streamgauge.standalone.serve.Role;
import dev.streamgauge.standalone.serve.Service;
import dev.streamgauge.standalone.serve.TopicDuty;
import dev.streamgauge.standalone.settings.ServiceSettings;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import dev.streamgauge.standalone.testkit.cluster.RegistryProcess;
import dev.streamgauge.standalone.testkit.cluster.Security;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;

/** An installation beside somebody's brokers: each role is a process, and a user, of its own. */
public final class RolesApart implements AutoCloseable {

    public static final String GATEWAY = "gateway";
    public static final String PROCESSORS = "processors";
    public static final String ALERTING = "alerting";

    /** All of them. */
    public static final List<String> ROLES = List.of(GATEWAY, PROCESSORS, ALERTING);

    private static final String ROUTING_KEY = "the-key-of-the-pager";

    private final Place place;
    private final HttpReceiver pager;
    private final Map<String, ServeProcess> running = new HashMap<>();
    private final Map<String, Map<String, String>> further = new HashMap<>();

    /**
     * Where it is.
     *
     * @param prefix of the topics' names
     * @param directory for the files of settings, and the state
     */
    public record Place(Cluster cluster, Security security, RegistryProcess registry, String prefix, Path directory) {

        /** How to be an administrator there, also for our serdes. */
        public Map<String, Object> admin() {
            Map<String, Object> config = new HashMap<>(cluster.admin());
            config.put("schema.registry.url", registry.url());
            return config;
        }

        /** How to be somebody there, also for our serdes. */
        public Map<String, Object> client(String user) {
            Map<String, Object> config = admin();
            config.putAll(security.client(user));
            return config;
        }
    }

    /** Nothing runs yet. */
    public RolesApart(Place place) throws IOException {
        this.place = place;
        this.pager = new HttpReceiver();
    }

    /** Creates all topics, as an administrator. */
    public void createTopics() {
        try (ClusterTopics topics = new ClusterTopics(place.admin(), place.prefix())) {
            topics.create(topics.missing(List.copyOf(Topics.all())));
        } catch (ClusterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes rules, as an administrator does. */
    public void rules(String yaml) throws IOException {
        StringBuilder admin = new StringBuilder();
        place.admin()
                .forEach((name, value) ->
                        admin.append(name).append('=').append(value).append('\n'));
        Path config = Files.writeString(place.directory().resolve("admin.properties"), admin);
        Path rules = Files.writeString(place.directory().resolve("rules.yaml"), yaml);
        CommandRun run = CommandRun.of(
                new RulesCommand(),
                "rules",
                "apply",
                rules.toString(),
                "--bootstrap-server",
                place.cluster().bootstrapServers(),
                "--command-config",
                config.toString(),
                "--prefix",
                place.prefix());
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    public Place place() {
        return place;
    }

    /** Allows each role what it needs by its settings, and no more. */
    public void allowRoles() throws IOException {
        for (String role : ROLES) {
            allow(role, needed(role));
        }
    }

    /** What a role needs by its settings. */
    public List<Acl> needed(String role) throws IOException {
        return Acls.of(service(role, read(role)).uses(), place.prefix());
    }

    /** Why a role would end before it begins: the first thing that {@code serve} does, in this process. Empty: it would begin. */
    public Optional<String> refusedAtStart(String role) throws IOException {
        ServiceSettings settings = read(role);
        try (PrintWriter err = new PrintWriter(Writer.nullWriter())) {
            new TopicDuty(settings, err).require(service(role, settings).topics(), false);
            return Optional.empty();
        } catch (StandaloneException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What a doctor finds who looks at a role's installation. */
    public List<Finding> examine(String role) throws IOException {
        ServiceSettings settings = read(role);
        Map<Role, Service> services = Map.of(named(role), service(role, settings));
        return new Installation(settings, services, Clock.systemUTC()).examine(List.of());
    }

    private static Service service(String role, ServiceSettings settings) {
        return named(role).with(settings);
    }

    private static Role named(String role) {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    private ServiceSettings read(String role) throws IOException {
        ServeFile file = settings(role).kafka(place.security().client(role));
        return ServiceSettings.read(file.in(place.directory().resolve(role + "-needs.properties")), Map.of());
    }

    /** Allows a user something, as an administrator does. */
    public void allow(String user, Collection<Acl> rights) {
        List<AclBinding> bindings =
                rights.stream().map(acl -> AclBindings.of(acl, "User:" + user)).toList();
        try (Admin admin = Admin.create(place.admin())) {
            admin.createAcls(bindings).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a right away. */
    public void deny(String user, Acl right) {
        try (Admin admin = Admin.create(place.admin())) {
            admin.deleteAcls(List.of(AclBindings.of(right, "User:" + user).toFilter()))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a role is told. More can be set. */
    public ServeFile settings(String role) {
        ServeFile file = new ServeFile(
                place.cluster().bootstrapServers(), place.registry().url(), place.prefix());
        switch (role) {
            case GATEWAY -> file.gateway(GitHubSender.SECRET);
            case PROCESSORS -> file.processors();
            default -> file.alerting().pager("pager", ROUTING_KEY, pager);
        }
        further.getOrDefault(role, Map.of()).forEach(file::set);
        return file;
    }

    /** Tells a role more than usual, from now on. */
    public void tell(String role, Map<String, String> settings) {
        further.put(role, Map.copyOf(settings));
    }

    /** Starts a role as the user of its name, without waiting. */
    public ServeProcess launch(String role) throws IOException {
        return launch(role, settings(role).kafka(place.security().client(role)));
    }

    /** The same with other settings. */
    public ServeProcess launch(String role, ServeFile settings) throws IOException {
        Path file = settings.in(place.directory().resolve(role + ".properties"));
        OwnJvm jvm = ServeProcess.JVM.flags(place.security().flags());
        ServeProcess started = ServeProcess.launch(jvm, file, Map.of(), "--role", role);
        ServeProcess former = running.put(role, started);
        if (former != null) {
            former.close();
        }
        return started;
    }

    /** Starts all roles, and returns when they are ready. */
    public void startAll() throws IOException {
        for (String role : ROLES) {
            launch(role);
        }
        running.values().forEach(ServeProcess::awaitReady);
    }

    /** A role that was started. */
    public ServeProcess role(String role) {
        return running.get(role);
    }

    /** Somebody whom the gateway takes for GitHub. */
    public GitHubSender github() {
        return new GitHubSender(role(GATEWAY).webhooks());
    }

    /** Whom the sink tells. */
    public HttpReceiver pager() {
        return pager;
    }

    @Override
    public void close() {
        running.values().forEach(ServeProcess::close);
        pager.close();
    }
}
