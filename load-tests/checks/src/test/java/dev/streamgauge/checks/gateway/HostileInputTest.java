package dev.streamgauge.checks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.streamgauge.checks.gateway.Hostile.Place;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever is sent, the answer is the right one, and it ends where it should; what is good beside it arrives; and nothing secret is told to anybody. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "gateway.max.body.bytes", Integer.toString(HostileInputs.MOST),
            "gateway.timeout.body.ms", "1000",
            "gateway.timeout.header.ms", "1000",
            "source.standard.provider", "generic",
            "source.standard.scheme", "standard-webhooks",
            "source.standard.secret", Requests.SECRET,
            "source.token.provider", "gitlab",
            "source.token.secret", Requests.SECRET,
            "source.open.provider", "generic",
            "source.open.scheme", "none");
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static final StringBuilder ANSWERS = new StringBuilder();
    private static Rig rig;
    private static int good;

    @BeforeAll
    static void start() {
        rig = new Rig(SETTINGS);
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        rig.close();
    }

    static List<Hostile> inputs() {
        return HostileInputs.all();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("inputs")
    void theAnswerIsRightAndItEndsWhereItShould(Hostile input) throws IOException {
        // Given
        Counts before = Counts.now();

        // When
        RawSocket.Answer answer = RawSocket.send(rig.port(), input.bytes());

        // Then
        ANSWERS.append(answer.text());
        assertThat(input.statuses()).as("answer: %s", answer.text()).contains(answer.status());
        boolean taken = input.place() != Place.NOWHERE;
        assertThat(Counts.now())
                .isEqualTo(new Counts(
                        before.events() + (input.place() == Place.EVENTS ? 1 : 0),
                        before.letters() + (input.place() == Place.DEAD_LETTERS ? 1 : 0),
                        before.raw() + (taken ? 1 : 0)));
        sendSomethingGood();
    }

    private record Counts(long events, long letters, long raw) {

        static Counts now() {
            return new Counts(rig.count(Topics.DEPLOYS), rig.count(Topics.DEAD_LETTERS), rig.count(Topics.RAW_EVENTS));
        }
    }

    private static void sendSomethingGood() throws IOException {
        byte[] request = Requests.signed(HostileInputs.deploy("good-" + good, ""));
        assertThat(RawSocket.send(rig.port(), request).status()).isEqualTo(202);
        good++;
    }

    @Order(2)
    @Test
    void whatWasGoodHasAllArrived() {
        // When
        String deploys = texts(rig.read(Topics.DEPLOYS));

        // Then
        assertThat(good).isGreaterThanOrEqualTo(40);
        for (int i = 0; i < good; i++) {
            assertThat(deploys).contains("good-" + i);
        }
    }

    @Order(3)
    @Test
    void nothingSecretIsToldToAnybody() {
        // Given
        List<String> told = new ArrayList<>();
        for (Topic<?, ?> topic : Rig.allOfTheDoor()) {
            told.add(texts(rig.read(topic)));
        }

        // When
        told.add(rig.metrics());
        told.add(LOG.list.stream().map(HostileInputTest::text).collect(Collectors.joining("\n")));
        told.add(ANSWERS.toString());

        // Then
        assertThat(told).noneMatch(text -> text.contains("canary.person") || text.contains("canary-secret"));
        assertThat(ANSWERS.toString()).doesNotContain("HTTP/1.1 5");
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static String texts(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream()
                .map(message -> text(message.key())
                        + text(message.value())
                        + StreamSupport.stream(message.headers().spliterator(), false)
                                .map(header -> header.key() + text(header.value()))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
