package dev.streamgauge.standalone.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Confluent's HTTP API, as far as Avro needs it: no references, contexts, normalisation or modes to write. */
final class Api {

    private static final Map<String, String> MODE = Map.of("mode", "READWRITE");

    private final Registry registry;

    private Api(Registry registry) {
        this.registry = registry;
    }

    static Router router(Registry registry) {
        Router router = new Router().on("GET", "/", request -> Map.of());
        Api api = new Api(registry);
        api.subjects(router);
        api.versions(router);
        api.schemas(router);
        api.config(router);
        api.mode(router);
        api.compatibility(router);
        return router;
    }

    private void subjects(Router router) {
        router.on("GET", "/subjects", this::listSubjects);
        router.on(
                "POST",
                "/subjects/{subject}",
                request -> full(registry.lookup(request.subject(), request.schema(), request.flag("deleted"))));
        router.on(
                "DELETE",
                "/subjects/{subject}",
                request -> registry.deleteSubject(request.subject(), request.flag("permanent")));
    }

    private void versions(Router router) {
        String versions = "/subjects/{subject}/versions";
        String version = versions + "/{version}";
        router.on(
                "GET",
                versions,
                request -> registry.versions(request.subject(), request.flag("deleted")).stream()
                        .map(SchemaVersion::version)
                        .toList());
        router.on("POST", versions, this::register);
        router.on("GET", version, request -> full(find(request)));
        router.on("GET", version + "/schema", request -> find(request).schema());
        router.on("GET", version + "/referencedby", request -> {
            find(request);
            return List.of();
        });
        router.on(
                "DELETE",
                version,
                request -> registry.deleteVersion(request.subject(), request.version(), request.flag("permanent")));
    }

    private void schemas(Router router) {
        String id = "/schemas/ids/{id}";
        router.on("GET", "/schemas/types", request -> List.of("AVRO"));
        router.on("GET", id, request -> Map.of("schema", registry.schema(request.id())));
        router.on("GET", id + "/schema", request -> registry.schema(request.id()));
        router.on(
                "GET",
                id + "/subjects",
                request -> uses(request).stream()
                        .map(SchemaVersion::subject)
                        .distinct()
                        .toList());
        router.on(
                "GET",
                id + "/versions",
                request -> uses(request).stream()
                        .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                        .toList());
    }

    private void config(Router router) {
        router.on("GET", "/config", request -> Map.of("compatibilityLevel", registry.globalLevel()));
        router.on("PUT", "/config", request -> setLevel(null, request.level()));
        router.on("DELETE", "/config", request -> {
            registry.setLevel(null, null);
            return Map.of("compatibility", registry.globalLevel());
        });
        String subject = "/config/{subject}";
        router.on("GET", subject, request -> Map.of("compatibilityLevel", level(request)));
        router.on("PUT", subject, request -> setLevel(request.subject(), request.level()));
        router.on("DELETE", subject, request -> {
            Level former = level(request);
            registry.setLevel(request.subject(), null);
            return Map.of("compatibility", former);
        });
    }

    private void mode(Router router) {
        router.on("GET", "/mode", request -> MODE);
        router.on("GET", "/mode/{subject}", request -> {
            if (!request.flag("defaultToGlobal")) {
                throw Failure.noMode(request.subject());
            }
            return MODE;
        });
        for (String path : List.of("/mode", "/mode/{subject}")) {
            router.on("PUT", path, request -> {
                throw Failure.notPermitted("The mode is READWRITE and cannot be changed");
            });
        }
    }

    private void compatibility(Router router) {
        String versions = "/compatibility/subjects/{subject}/versions";
        router.on("POST", versions, request -> fit(request, Optional.empty()));
        router.on("POST", versions + "/{version}", request -> fit(request, Optional.of(request.version())));
    }

    private List<String> listSubjects(Request request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        return registry.subjects(request.flag("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    private Map<String, Object> register(Request request) {
        return Map.of(
                "id", registry.register(request.subject(), request.schema()).id());
    }

    private SchemaVersion find(Request request) {
        return registry.version(request.subject(), request.version(), request.flag("deleted"));
    }

    private List<SchemaVersion> uses(Request request) {
        return registry.uses(request.id(), request.flag("deleted"));
    }

    private Level level(Request request) {
        Optional<Level> level = registry.level(request.subject());
        return level.or(() -> request.flag("defaultToGlobal") ? Optional.of(registry.globalLevel()) : Optional.empty())
                .orElseThrow(() -> Failure.noLevel(request.subject()));
    }

    private Map<String, Object> setLevel(String subject, Level level) {
        registry.setLevel(subject, level);
        return Map.of("compatibility", level);
    }

    private Map<String, Object> fit(Request request, Optional<VersionRef> version) {
        List<String> problems = registry.problems(request.subject(), request.schema(), version);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("is_compatible", problems.isEmpty());
        if (request.flag("verbose")) {
            answer.put("messages", problems);
        }
        return answer;
    }

    private static Map<String, Object> full(SchemaVersion version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", version.subject());
        answer.put("version", version.version());
        answer.put("id", version.id());
        answer.put("schema", version.schema());
        return answer;
    }
}
