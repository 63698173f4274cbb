package dev.streamgauge.checks.drills;

import static dev.streamgauge.checks.drills.Poison.refused;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.schemas.EventTopics;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.wire.EventEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.specific.SpecificRecord;

/** What ends up in topics when producers are broken, foreign or hostile. In most of it is a canary, which nobody may repeat. */
final class Poisons {

    static final String CANARY = "canary.person@example.org";

    private static final String REPOSITORY = "example.org/poisoned/shop";
    private static final byte[] KEY = REPOSITORY.getBytes(UTF_8);
    private static final String SHA = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1";
    private static final byte[] GIANT = varint(2_000_000_000);

    private final EventEncoder encoder;
    private final Instant now;

    /** @param now when they are about to be written */
    Poisons(EventEncoder encoder, Instant now) {
        this.encoder = encoder;
        this.now = now;
    }

    List<Poison> all() {
        return Stream.of(bytes(), keys(), claims(), times(), values(), oddities())
                .flatMap(List::stream)
                .toList();
    }

    private List<Poison> bytes() {
        byte[] good = encode(deploy(event -> {}));
        byte[] canary = ("{\"type\":\"DeployChanged\",\"by\":\"" + CANARY + "\"}").getBytes(UTF_8);
        return List.of(
                undecodable("an empty value", new byte[0]),
                undecodable("nothing but the magic byte", new byte[1]),
                undecodable("half an id", new byte[3]),
                undecodable("nothing behind the id", Arrays.copyOf(good, 5)),
                undecodable("another magic byte", changed(good, 0, 1)),
                undecodable("a schema that nobody registered", changed(good, 2, 9)),
                undecodable("a negative id", changed(good, 1, 0xff)),
                undecodable("the end is missing", Arrays.copyOf(good, good.length - 3)),
                undecodable("half is missing", Arrays.copyOf(good, good.length / 2)),
                undecodable("bytes are left over", Arrays.copyOf(good, good.length + 3)),
                undecodable("JSON", canary),
                undecodable("JSON behind the id", join(Arrays.copyOf(good, 5), canary)),
                undecodable("text", ("password=" + CANARY + "\r\nERROR forged line").getBytes(UTF_8)),
                undecodable("zipped", zipped(good)),
                undecodable("noise behind the id", join(Arrays.copyOf(good, 5), noise(1_000))),
                undecodable("a million bytes of noise", join(Arrays.copyOf(good, 5), noise(1_000_000))),
                undecodable("an event of another topic", encode(build(event -> {}))));
    }

    private List<Poison> keys() {
        byte[] good = encode(deploy(event -> {}));
        return List.of(
                refused("missing_field", "no value", Topics.DEPLOYS, KEY, null),
                refused("missing_field", "neither key nor value", Topics.DEPLOYS, null, null),
                refused("key_mismatch", "no key", Topics.DEPLOYS, null, good),
                refused("key_mismatch", "an empty key", Topics.DEPLOYS, new byte[0], good),
                refused("key_mismatch", "another's key", Topics.DEPLOYS, "example.org/a/b".getBytes(UTF_8), good),
                refused("key_mismatch", "a key that is no text", Topics.DEPLOYS, new byte[] {-1, -2, 0}, good));
    }

    /** Lengths that are not true. */
    private List<Poison> claims() {
        byte[] deploy = encode(deploy(event -> {}));
        byte[] push = encode(
                new CommitPushed("e", "test", REPOSITORY, now, now, "main", "main", null, SHA, null, 1, 1, List.of()));
        byte[] head = Arrays.copyOf(deploy, 5);
        return List.of(
                undecodable("a text of two billion bytes", join(head, GIANT)),
                undecodable("a text of less than nothing", join(head, varint(-5))),
                refused(
                        "undecodable",
                        "two billion commits",
                        Topics.COMMITS,
                        KEY,
                        join(Arrays.copyOf(push, push.length - 1), GIANT)),
                refused(
                        "undecodable",
                        "less than no commits",
                        Topics.COMMITS,
                        KEY,
                        join(Arrays.copyOf(push, push.length - 1), varint(-2_000_000_000), GIANT)));
    }

    private List<Poison> times() {
        return List.of(
                outOfTime("in fifty minutes", now.plus(Duration.ofMinutes(50))),
                outOfTime("in ten years", now.plus(Duration.ofDays(3_650))),
                outOfTime("the zero", Instant.EPOCH),
                outOfTime("before the zero", Instant.ofEpochMilli(-1)),
                outOfTime("in 1970", Instant.parse("1970-06-01T00:00:00Z")),
                outOfTime("the last of all times", Instant.ofEpochMilli(Long.MAX_VALUE)),
                outOfTime("the first of all times", Instant.ofEpochMilli(Long.MIN_VALUE)));
    }

    private List<Poison> values() {
        return List.of(
                bad("an unknown state", deploy(event -> event.setState("sleeping"))),
                bad("an unknown outcome", deploy(event -> event.setOutcome(CANARY))),
                bad("a negative attempt", deploy(event -> event.setAttempt(-7))),
                bad("no hash", deploy(event -> event.setSha("main; DROP TABLE " + CANARY))),
                bad("an empty name", deploy(event -> event.setDeployId(""))),
                bad("an unknown trigger", build(event -> event.setTrigger("moon"))),
                refused(
                        "missing_field",
                        "no outcome",
                        Topics.DEPLOYS,
                        KEY,
                        encode(deploy(event -> event.setState("finished")))));
    }

    /** They are what they are. */
    private List<Poison> oddities() {
        return List.of(
                new Poison(
                        "a text that is not UTF-8",
                        Topics.DEPLOYS,
                        KEY,
                        replaced(encode(deploy(event -> event.setDeployId("d~1"))), '~', 0xff),
                        null,
                        deploy(event -> event.setDeployId("d\ufffd1"))),
                odd("a zero in a text", deploy(event -> event.setUrl("a\u0000b"))),
                odd("from right to left", deploy(event -> event.setDeployId("\u202egnp.exe\u202c\u05d0"))),
                odd("not composed", deploy(event -> event.setService("cafe\u0301"))),
                odd("beyond the first plane", deploy(event -> event.setDeployId("\ud83d\ude80".repeat(20)))));
    }

    private static Poison undecodable(String name, byte[] value) {
        return refused("undecodable", name, Topics.DEPLOYS, KEY, value);
    }

    private Poison outOfTime(String name, Instant time) {
        return refused(
                "time_out_of_range", name, Topics.DEPLOYS, KEY, encode(deploy(event -> event.setOccurredAt(time))));
    }

    private Poison bad(String name, SpecificRecord event) {
        return refused("bad_value", name, EventTopics.topicOf(event), KEY, encode(event));
    }

    private Poison odd(String name, SpecificRecord event) {
        return new Poison(name, EventTopics.topicOf(event), KEY, encode(event), null, event);
    }

    private DeployChanged deploy(Consumer<DeployChanged> change) {
        DeployChanged event = DeployChanged.newBuilder()
                .setEventId("e-1")
                .setSource("test")
                .setRepository(REPOSITORY)
                .setOccurredAt(now)
                .setReceivedAt(now)
                .setDeployId("d-1")
                .setEnvironment("production")
                .setSha(SHA)
                .setState("running")
                .setUrl("https://example.org/?by=" + CANARY)
                .build();
        change.accept(event);
        return event;
    }

    private BuildChanged build(Consumer<BuildChanged> change) {
        BuildChanged event = BuildChanged.newBuilder()
                .setEventId("e-2")
                .setSource("test")
                .setRepository(REPOSITORY)
                .setOccurredAt(now)
                .setReceivedAt(now)
                .setRunId("r-1")
                .setWorkflow("ci")
                .setTrigger("push")
                .setSha(SHA)
                .setState("running")
                .build();
        change.accept(event);
        return event;
    }

    private byte[] encode(SpecificRecord event) {
        return encoder.encode(event).value();
    }

    private static byte[] changed(byte[] bytes, int at, int to) {
        byte[] other = bytes.clone();
        other[at] = (byte) to;
        return other;
    }

    private static byte[] replaced(byte[] bytes, int from, int to) {
        byte[] other = bytes.clone();
        for (int i = 5; i < other.length; i++) {
            other[i] = other[i] == from ? (byte) to : other[i];
        }
        return other;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Stream.of(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }

    /** As Avro writes a number. */
    private static byte[] varint(long number) {
        ByteBuffer bytes = ByteBuffer.allocate(10);
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7fL) != 0) {
            bytes.put((byte) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.put((byte) left);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
