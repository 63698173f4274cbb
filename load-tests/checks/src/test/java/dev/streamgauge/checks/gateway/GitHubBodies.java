package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.checks.OutsideData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our own payloads of GitHub's, grown to the size that GitHub's have: each repository and account in them has its dozens of addresses. */
final class GitHubBodies {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int URLS_OF_A_REPOSITORY = 80;
    private static final int URLS_OF_AN_ACCOUNT = 14;
    private static final int STEPS = 25;

    private GitHubBodies() {}

    /** Requests to {@code /webhooks/github}: as many requests as jobs, no two alike. */
    static List<byte[]> signed(int count) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(i % 2 == 0 ? request(i) : job(i));
        }
        return all;
    }

    private static byte[] request(int number) throws IOException {
        ObjectNode body = payload("pull_request");
        body.put("number", number);
        ObjectNode request = (ObjectNode) body.get("pull_request");
        request.put("number", number).put("id", 9_000 + number);
        request.put("body", "What this does, and why, in some sentences, as people write. ".repeat(20));
        return sent("pull_request", number, body);
    }

    private static byte[] job(int number) throws IOException {
        ObjectNode body = payload("workflow_job");
        ObjectNode job = (ObjectNode) body.get("workflow_job");
        job.put("id", number);
        ArrayNode steps = job.putArray("steps");
        for (int step = 1; step <= STEPS; step++) {
            steps.addObject()
                    .put("name", "Run the checks of part " + step)
                    .put("status", "completed")
                    .put("conclusion", "success")
                    .put("number", step)
                    .put("started_at", "2026-03-02T09:01:00Z")
                    .put("completed_at", "2026-03-02T09:01:07Z");
        }
        return sent("workflow_job", number, body);
    }

    private static ObjectNode payload(String event) throws IOException {
        Path file = OutsideData.root()
                .resolve("connectors/providers/src/test/resources/github")
                .resolve(event + ".json");
        ObjectNode body = (ObjectNode) MAPPER.readTree(file.toFile());
        grow(body);
        return body;
    }

    private static void grow(JsonNode node) {
        node.forEach(GitHubBodies::grow);
        if (node instanceof ObjectNode object && object.has("full_name")) {
            urls(object, URLS_OF_A_REPOSITORY, "https://api.github.com/repos/Acme/Shop/");
        } else if (node instanceof ObjectNode object && object.has("login")) {
            urls(object, URLS_OF_AN_ACCOUNT, "https://api.github.com/users/ada/");
        }
    }

    private static void urls(ObjectNode object, int count, String base) {
        for (int i = 0; i < count; i++) {
            object.put("address_of_part_" + i + "_url", base + "part" + i + "{/number}");
        }
    }

    private static byte[] sent(String event, int number, ObjectNode body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsString(body).getBytes(UTF_8);
        return Requests.post(
                "/webhooks/github",
                bytes,
                "X-GitHub-Event",
                event,
                "X-GitHub-Delivery",
                "delivery-" + number,
                "Content-Type",
                "application/json",
                "X-Hub-Signature-256",
                Requests.signature(Requests.SECRET, bytes));
    }
}
