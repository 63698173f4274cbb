package dev.streamgauge.processors.rules;

import dev.streamgauge.schemas.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names an alert for ever. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The same for the same rule and the same subject, whoever owns it, also in later versions of Streamgauge: 32 hexadecimal digits. */
    public static String of(String rule, Subject subject) {
        Whose whose = subject.whose();
        Stream<String> head =
                Stream.of(rule, subject.about().name(), whose.level().name(), whose.name());
        // Each with its length, so that no two lists make one text.
        String text = Stream.concat(head, subject.parts().stream())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
