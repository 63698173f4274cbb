package dev.streamgauge.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.EncoderBase;

/** A line for people; of an exception its root, and where it was thrown only if somebody asks. */
final class TextLines extends EncoderBase<ILoggingEvent> {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg%nopex";

    private final PatternLayout layout = new PatternLayout();
    private final boolean traces;

    TextLines(Context context, boolean traces) {
        this.traces = traces;
        setContext(context);
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(flat(layout.doLayout(event)));
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure == null) {
            line.append('\n');
        } else if (traces) {
            line.append('\n').append(ThrowableProxyUtil.asString(failure));
        } else {
            IThrowableProxy root = root(failure);
            line.append(": ").append(root.getClassName());
            if (root.getMessage() != null) {
                line.append(": ").append(flat(root.getMessage()));
            }
            line.append('\n');
        }
        return line.toString().getBytes(UTF_8);
    }

    // What comes from outside must not look like another line.
    private static String flat(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static IThrowableProxy root(IThrowableProxy failure) {
        IThrowableProxy root = failure;
        while (root.getCause() != null && !root.isCyclic()) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public byte[] headerBytes() {
        return null;
    }

    @Override
    public byte[] footerBytes() {
        return null;
    }
}
