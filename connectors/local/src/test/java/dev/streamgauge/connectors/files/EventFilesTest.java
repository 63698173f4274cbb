package dev.streamgauge.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.schemas.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {

    @TempDir
    Path directory;

    private final Heard heard = new Heard();

    @Test
    void everyLineIsAnEvent() throws IOException {
        // Given
        write("a.ndjson", deploy("d-1") + "\n" + deploy("d-2") + "\n");

        // When
        read(directory.resolve("a.ndjson").toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
        assertThat(heard.bad).isEmpty();
    }

    @Test
    void aDirectoryIsReadWithAllBelowItInOrder() throws IOException {
        // Given
        write("b/late.jsonl", deploy("d-3"));
        write("a/early.json", deploy("d-1"));
        write("b/early.NDJSON", deploy("d-2"));
        write("b/readme.txt", "not read");

        // When
        read(directory.toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2", "d-3");
    }

    @Test
    void compressedFilesAreUncompressed() throws IOException {
        // Given
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.ndjson.gz")))) {
            out.write((deploy("d-1") + "\n" + deploy("d-2")).getBytes(StandardCharsets.UTF_8));
        }

        // When
        read(directory.toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
    }

    @Test
    void theStandardInputIsReadAndLeftOpen() throws IOException {
        // Given
        write("a.ndjson", deploy("d-1"));
        Closing input = new Closing(deploy("d-2"));

        // When
        EventFiles.find(List.of(directory.toString(), "-"), input).read(heard, bytes -> {});

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
        assertThat(input.closed).isFalse();
    }

    @Test
    void emptyLinesAndAByteOrderMarkAreNoMistakes() throws IOException {
        // Given
        write("a.ndjson", "\uFEFF" + deploy("d-1") + "\r\n\r\n  \t\n" + deploy("d-2"));
        write("b.ndjson", "\uFEFF\n");
        write("c.ndjson", "");

        // When
        read(directory.toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
        assertThat(heard.bad).isEmpty();
    }

    @Test
    void aBadLineIsToldWithItsPlaceAndTheRestIsRead() throws IOException {
        // Given
        String broken = "{\"type\":\"DeployChanged\",";
        Path file = write("a.ndjson", deploy("d-1") + "\n\n" + broken + "\r\n" + deploy("d-2") + "\n");

        // When
        read(file.toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
        BadLine bad = heard.bad.get(0);
        assertThat(bad.describe()).startsWith(file + ":3: broken_json: ");
        assertThat(StandardCharsets.UTF_8.decode(bad.evidence()).toString()).isEqualTo(broken);
        assertThat(bad.originalSize()).isEqualTo(broken.length());
    }

    @Test
    void bytesThatAreNoTextAreABadLine() throws IOException {
        // Given
        Path file = directory.resolve("a.ndjson");
        Files.write(file, new byte[] {'{', (byte) 0xC3, '}', '\n'});

        // When
        read(file.toString());

        // Then
        assertThat(heard.bad).extracting(BadLine::reason).containsExactly(Refusal.BROKEN_JSON);
    }

    @Test
    void ofALineThatIsTooLargeTheBeginningIsKept() throws IOException {
        // Given
        long size = 5L << 20;
        write("a.ndjson", deploy("d-1") + "\n" + "x".repeat((int) size) + "\r\n" + deploy("d-2"));

        // When
        read(directory.toString());

        // Then
        assertThat(heard.deploys()).containsExactly("d-1", "d-2");
        BadLine bad = heard.bad.get(0);
        assertThat(bad.reason()).isEqualTo(Refusal.TOO_LARGE);
        assertThat(bad.line()).isEqualTo(2);
        assertThat(bad.evidence().remaining()).isEqualTo(EventFiles.KEPT_OF_TOO_LARGE);
        assertThat(bad.originalSize()).isEqualTo(size);
    }

    @Test
    void aCompressedFileThatBreaksOffIsABadLineAndTheNextFileIsRead() throws IOException {
        // Given
        Path whole = directory.resolve("whole");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((deploy("d-1") + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(directory.resolve("a.json.gz"), Arrays.copyOf(bytes, bytes.length - 20));
        write("b.json.gz", "not compressed");
        write("c.json", deploy("d-2"));

        // When
        read(directory.toString());

        // Then
        assertThat(heard.deploys()).endsWith("d-2");
        assertThat(heard.bad).extracting(BadLine::reason).containsExactly(Refusal.UNDECODABLE, Refusal.UNDECODABLE);
    }

    @Test
    void progressIsInBytesOfTheFiles() throws IOException {
        // Given
        Path file = write("a.ndjson", deploy("d-1") + "\n" + deploy("d-2"));
        EventFiles files = EventFiles.find(List.of(file.toString()), InputStream.nullInputStream());
        AtomicLong read = new AtomicLong();

        // When
        files.read(heard, read::addAndGet);

        // Then
        assertThat(read).hasValue(files.bytes()).hasValue(Files.size(file));
        assertThat(files.count()).isEqualTo(1);
    }

    @Test
    void whatDoesNotExistIsRefusedBeforeAnythingIsRead() throws IOException {
        // Given
        Path there = write("a.ndjson", deploy("d-1"));
        String nowhere = directory.resolve("nowhere").toString();

        // Then
        assertThatThrownBy(() -> read(there.toString(), nowhere))
                .isInstanceOf(FilesException.class)
                .hasMessageStartingWith(nowhere + " does not exist");
        assertThat(heard.events).isEmpty();
    }

    @Test
    void aDirectoryWithoutEventsIsRefused() throws IOException {
        // Given
        write("readme.txt", "words");

        // Then
        assertThatThrownBy(() -> read(directory.toString())).hasMessageStartingWith(directory + " holds no events");
    }

    private void read(String... names) {
        EventFiles.find(List.of(names), InputStream.nullInputStream()).read(heard, bytes -> {});
    }

    private Path write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String deploy(String id) {
        return "{\"type\":\"DeployChanged\",\"repository\":\"github.com/acme/shop\",\"occurred_at\":\"2026-03-01T10:10:00Z\","
                + "\"deploy_id\":\"" + id + "\",\"environment\":\"production\","
                + "\"sha\":\"2222222222222222222222222222222222222222\",\"state\":\"running\"}";
    }

    private static final class Heard implements LineHandler {

        private final List<SpecificRecord> events = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();

        @Override
        public void event(SpecificRecord event, String origin) {
            events.add(event);
        }

        @Override
        public void bad(BadLine line) {
            bad.add(line);
        }

        List<String> deploys() {
            return events.stream()
                    .map(DeployChanged.class::cast)
                    .map(DeployChanged::getDeployId)
                    .toList();
        }
    }

    private static final class Closing extends ByteArrayInputStream {

        private boolean closed;

        Closing(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
