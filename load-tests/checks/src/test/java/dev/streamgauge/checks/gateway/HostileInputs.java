package dev.streamgauge.checks.gateway;

import static dev.streamgauge.checks.gateway.Hostile.broken;
import static dev.streamgauge.checks.gateway.Hostile.quarantined;
import static dev.streamgauge.checks.gateway.Hostile.refused;
import static dev.streamgauge.checks.gateway.Hostile.taken;
import static dev.streamgauge.checks.gateway.Requests.post;
import static dev.streamgauge.checks.gateway.Requests.signature;
import static dev.streamgauge.checks.gateway.Requests.signed;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What others have been attacked with, over HTTP. */
final class HostileInputs {

    static final String EMAIL = "canary.person@example.org";
    static final int MOST = 2_000_000;

    private static final String OURS = "/webhooks/ours";
    private static final byte[] GOOD = deploy("hostile", "");
    private static final String FIELD = ",\"canary\":\"" + EMAIL + "\"";

    private HostileInputs() {}

    /** A deploy in our own form, with more fields. */
    static byte[] deploy(String id, String more) {
        return ("{\"type\":\"DeployChanged\",\"repository\":\"example.org/acme/shop\",\"occurred_at\":\"2026-11-20T09:00:00Z\","
                        + "\"deploy_id\":\"" + id + "\",\"environment\":\"production\","
                        + "\"sha\":\"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1\",\"state\":\"running\"" + more + "}")
                .getBytes(UTF_8);
    }

    static List<Hostile> all() {
        return Stream.of(signatures(), documents(), values(), sizes(), protocol())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Hostile> signatures() {
        byte[] body = deploy("x", FIELD);
        String right = signature(Requests.SECRET, body);
        return List.of(
                refused(401, "no signature", post(OURS, body)),
                refused(401, "another secret", post(OURS, body, "X-Hub-Signature-256", signature("guess", body))),
                refused(401, "another body", post(OURS, body, "X-Hub-Signature-256", signature(Requests.SECRET, GOOD))),
                refused(401, "SHA-1 alone", post(OURS, body, "X-Hub-Signature", "sha1=" + "0".repeat(40))),
                refused(401, "the method none", post(OURS, body, "X-Hub-Signature-256", "none")),
                refused(401, "another method", post(OURS, body, "X-Hub-Signature-256", right.replace("256", "1"))),
                refused(401, "half a signature", post(OURS, body, "X-Hub-Signature-256", right.substring(0, 39))),
                refused(401, "two signatures", post(OURS, body, "X-Hub-Signature-256", right + "," + right)),
                refused(401, "the secret itself", post(OURS, body, "X-Hub-Signature-256", Requests.SECRET)),
                refused(401, "the secret in the address", post(OURS + "?secret=" + Requests.SECRET, body)),
                refused(401, "a token instead", post(OURS, body, "Authorization", "Bearer " + Requests.SECRET)),
                refused(401, "signed last year", post("/webhooks/standard", body, standard("1700000000", body))),
                refused(401, "signed next century", post("/webhooks/standard", body, standard("4100000000", body))),
                refused(401, "an empty token", post("/webhooks/token", body, "X-Gitlab-Token", "")),
                taken(
                        "the previous secret",
                        post(
                                OURS,
                                deploy("previous", ""),
                                "X-Hub-Signature-256",
                                signature(Requests.PREVIOUS, deploy("previous", "")))));
    }

    private static String[] standard(String time, byte[] body) {
        byte[] before = ("id." + time + ".").getBytes(UTF_8);
        byte[] signature = Requests.hmac(Requests.SECRET, Requests.join(before, body));
        return new String[] {
            "webhook-id",
            "id",
            "webhook-timestamp",
            time,
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(signature)
        };
    }

    private static List<Hostile> documents() {
        String good = new String(GOOD, UTF_8);
        return List.of(
                quarantined("nothing", new byte[0]),
                quarantined("half a document", deploy("x", ",\"canary\":\"" + EMAIL)),
                quarantined("a name twice", deploy("x", ",\"state\":\"queued\"" + FIELD)),
                quarantined("something behind the end", (good + " {").getBytes(UTF_8)),
                quarantined("a comment", (good + "/* " + EMAIL + " */").getBytes(UTF_8)),
                quarantined("not a number", deploy("x", ",\"position\":NaN")),
                quarantined("no UTF-8", Requests.join(deploy("x", FIELD), new byte[] {(byte) 0xC3, (byte) 0x28})),
                quarantined("UTF-16", good.getBytes(UTF_16)),
                quarantined("100,000 levels", ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8)),
                quarantined("600,000 tokens", ("[" + "1,".repeat(600_000) + "1]").getBytes(UTF_8)),
                quarantined("a number of 100,000 digits", ("{\"a\":" + "9".repeat(100_000) + "}").getBytes(UTF_8)),
                quarantined("a text of 800,000 letters", deploy("x", ",\"canary\":\"" + "x".repeat(800_000) + "\"")),
                quarantined("a name of 60,000 letters", deploy("x", ",\"" + "n".repeat(60_000) + "\":1")),
                quarantined(
                        "XML", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(UTF_8)),
                quarantined("null", "null".getBytes(UTF_8)));
    }

    private static List<Hostile> values() {
        return List.of(
                quarantined("a required field missing", "{\"type\":\"DeployChanged\"}".getBytes(UTF_8)),
                quarantined("a required field null", deploy("x", ",\"repository\":null")),
                quarantined("a field of a wrong kind", deploy("x", ",\"finished_at\":{\"$date\":1}")),
                quarantined("an unknown type", "{\"type\":\"RuntimeExec\",\"repository\":\"a/b/c\"}".getBytes(UTF_8)),
                quarantined("a class to load", deploy("x", ",\"@class\":\"javax.script.ScriptEngineManager\"")),
                quarantined(
                        "a line feed for the log", deploy("x\\n2026-11-21 ERROR forged", ",\"branch\":\"x" + FIELD)),
                quarantined("the year 40000", deploy("x", ",\"started_at\":\"+40000-01-01T00:00:00Z\"")),
                // The processors' admission refuses it: how old is too old is not for the door to say.
                taken("the year 1970", signed(deploy("old", ",\"started_at\":\"1970-01-01T00:00:00Z\""))),
                quarantined("an unknown field with an address", deploy("x", FIELD)),
                taken("a lookup for the log", signed(deploy("${jndi:ldap://x/y}", ""))),
                taken("a text from right to left", signed(deploy("\u202Egnp.exe", ""))),
                taken("letters and their marks apart", signed(deploy("Ko\u0308ln", ""))),
                taken(
                        "a false sender in headers",
                        signed(
                                deploy("spoofed", ""),
                                "X-GitHub-Event",
                                EMAIL,
                                "X-Forwarded-For",
                                "127.0.0.1",
                                "Forwarded",
                                "for=" + EMAIL)),
                refused(400, "nonsense without a signature", post("/webhooks/open", "{".getBytes(UTF_8))));
    }

    private static List<Hostile> sizes() {
        byte[] bomb = gzip(new byte[500_000_000]);
        return List.of(
                refused(413, "too large as declared", post(OURS, GOOD, "Content-Length", "99999999999")),
                new Hostile("too large as sent", tooLarge(), Set.of(413), Hostile.Place.NOWHERE),
                refused(413, "a bomb", signed(bomb, "Content-Encoding", "gzip")),
                refused(401, "a bomb without a signature", post(OURS, bomb, "Content-Encoding", "gzip")),
                refused(415, "gzip of gzip", signed(gzip(gzip(GOOD)), "Content-Encoding", "gzip, gzip")),
                refused(415, "an unknown encoding", signed(GOOD, "Content-Encoding", "br")),
                quarantined("gzip that is none", deploy("x", FIELD), "Content-Encoding", "gzip"),
                taken("gzip", signed(gzip(deploy("zipped", "")), "Content-Encoding", "gzip")));
    }

    private static List<byte[]> tooLarge() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(("POST " + OURS + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));
        for (int i = 0; i < 21; i++) {
            parts.add(("186a0\r\n" + "x".repeat(100_000) + "\r\n").getBytes(UTF_8));
        }
        return parts;
    }

    private static List<Hostile> protocol() {
        String post = "POST " + OURS + " HTTP/1.1\r\nHost: x\r\n";
        return List.of(
                broken("no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"),
                broken("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"),
                broken(
                        "a length and chunks",
                        post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                broken("a negative length", post + "Content-Length: -1\r\n\r\n"),
                broken("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"),
                broken("a head of 100,000 letters", post + "X-Long: " + "x".repeat(100_000) + "\r\n\r\n"),
                broken("a NUL in a header", post + "X-Nul: a\u0000b\r\n\r\n"),
                broken("no host", "POST " + OURS + " HTTP/1.1\r\n\r\n"),
                broken(
                        "a path upwards",
                        "POST /webhooks/../../etc/passwd HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                broken(
                        "a hidden path upwards",
                        "POST /webhooks/%2e%2e/readyz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                refused(404, "an unknown source", post("/webhooks/" + EMAIL, GOOD)),
                refused(405, "a question", "GET /webhooks/ours HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8)),
                refused(408, "a body that never comes", (post + "Content-Length: 10\r\n\r\nhalf").getBytes(UTF_8)),
                refused(408, "a head that never ends", (post + "X-Slow: ").getBytes(UTF_8)));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
