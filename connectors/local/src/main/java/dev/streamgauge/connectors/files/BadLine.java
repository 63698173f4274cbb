package dev.streamgauge.connectors.files;

import dev.streamgauge.schemas.Refusal;
import java.nio.ByteBuffer;

/**
 * A line that is no event.
 *
 * @param file the file as the user would name it; {@code -} is the standard input
 * @param line the line's number in its file, from 1
 * @param message what is wrong with it
 * @param evidence the line's bytes without its end; of a line that is too large, its beginning
 * @param originalSize how many bytes the line has
 */
public record BadLine(String file, long line, Refusal reason, String message, ByteBuffer evidence, long originalSize) {

    public BadLine {
        evidence = evidence.asReadOnlyBuffer();
    }

    /** The whole finding on one line. */
    public String describe() {
        return file + ":" + line + ": " + reason.code() + ": " + message;
    }
}
