package dev.streamgauge.standalone.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what GitHub would, over real HTTP. */
public final class GitHubSender {

    public static final String SECRET = "the-secret-of-github";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public GitHubSender(String webhooks) {
        this.address = webhooks + "/webhooks/github";
    }

    /** A push of one commit to main. */
    public static String push(int number) {
        String sha = "%040x".formatted(0xabc000 + number);
        String before = "%040x".formatted(0xabc000 + number - 1);
        String at =
                Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * number).toString();
        return """
                {"ref":"refs/heads/main","before":"%s","after":"%s",
                 "repository":{"full_name":"acme/shop","html_url":"https://github.com/acme/shop","default_branch":"main","pushed_at":%d},
                 "commits":[{"id":"%s","message":"One change","timestamp":"%s","author":{"name":"A","email":"a@example.org"},"committer":{"name":"A","email":"a@example.org"},"added":[],"removed":[],"modified":["a.txt"]}]}""".formatted(before, sha, Instant.parse(at).getEpochSecond(), sha, at);
    }

    /** A job that waits since then. */
    public static String queued(int number, Instant since) {
        return queued("acme/shop", number, since);
    }

    /** The same in another repository. */
    public static String queued(String repository, int number, Instant since) {
        return """
                {"action":"queued","workflow_job":{"id":%d,"run_id":%d,"run_attempt":1,"workflow_name":"CI","name":"test","head_branch":"main",
                 "head_sha":"%s","status":"queued","created_at":"%s","labels":["ubuntu-24.04"]},
                 "repository":{"full_name":"%s","html_url":"https://github.com/%s","default_branch":"main"}}""".formatted(
                        number, number, "c".repeat(40), since.truncatedTo(ChronoUnit.SECONDS), repository, repository);
    }

    /** The answer's status to a signed delivery. */
    public int signed(String event, String id, String body) throws IOException, InterruptedException {
        return post(event, id, body, "sha256=" + hmac(body));
    }

    /** The same to one that nobody signed. */
    public int unsigned(String event, String id, String body) throws IOException, InterruptedException {
        return post(event, id, body, "sha256=" + "0".repeat(64));
    }

    private int post(String event, String id, String body, String signature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", id)
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Sends until it is taken: a gateway that has just started may not have reached the broker yet. */
    public void untilTaken(String event, String id, String body) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int status = signed(event, id, body);
        while (status == 503 && System.nanoTime() < deadline) {
            status = signed(event, id, body);
        }
        if (status != 202) {
            throw new IllegalStateException("Answered " + status);
        }
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
