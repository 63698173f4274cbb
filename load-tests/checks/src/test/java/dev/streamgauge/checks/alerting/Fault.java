package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.HttpReceiver;
import dev.streamgauge.connectors.alerting.testkit.HttpReceiver.Answer;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A receiver, and what is wrong with it.
 *
 * @param what in words
 * @param answer to its n-th call, while it is wrong
 */
record Fault(String name, String what, HttpReceiver receiver, IntFunction<Answer> answer) {

    static final String WELL = "well";
    static final String GONE = "gone";
    static final String TLS = "tls";

    /** Seconds that the busy one asks to wait. */
    static final int ASKED = 20;

    /**
     * One receiver for each fault, and a sound one.
     *
     * @param trap where a redirect leads to, in turns with a link-local address
     * @param tls whose certificate nobody trusts
     */
    static List<Fault> all(HttpReceiver trap, HttpReceiver tls) throws IOException {
        IntFunction<Answer> good = number -> Answer.of(202);
        String local = "http://169.254.169.254/latest/meta-data/";
        return List.of(
                new Fault(WELL, "nothing", new HttpReceiver(), good),
                new Fault("down", "answers 500", new HttpReceiver(), number -> Answer.of(500)),
                new Fault("silent", "does not answer", new HttpReceiver(), number -> Answer.of(0)),
                new Fault(
                        "busy",
                        "429, `Retry-After: " + ASKED + "`",
                        new HttpReceiver(),
                        number -> Answer.of(429).with("retry-after", Integer.toString(ASKED))),
                new Fault(
                        "moved",
                        "302 to 169.254.169.254, and to another receiver",
                        new HttpReceiver(),
                        number -> Answer.of(302).with("location", number % 2 == 0 ? local : trap.url())),
                new Fault(GONE, "410", new HttpReceiver(), number -> Answer.of(410)),
                new Fault(TLS, "a certificate that nobody trusts", tls, good));
    }
}
