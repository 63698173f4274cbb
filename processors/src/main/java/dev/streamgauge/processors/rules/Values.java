package dev.streamgauge.processors.rules;

import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.Setting.Place;
import dev.streamgauge.settings.Setting.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/** What the texts of a file mean. What is not given, or means nothing, is null; the latter is a mistake. */
final class Values {

    private static final String NUMBER = "-?\\d{1,12}(\\.\\d{1,9})?";
    private static final String COUNT = "\\d{1,9}";

    private final List<String> mistakes;

    Values(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    void mistake(Text text, String what) {
        mistake(text.place(), what);
    }

    void mistake(Place place, String what) {
        mistakes.add(place.mistake(what));
    }

    /** Milliseconds. */
    Long length(Text text) {
        return parsed(text, Length::parse, "should be a length such as 30s, 10m, 2h or 3d");
    }

    Integer count(Text text) {
        return parsed(text, given -> given.matches(COUNT) ? Integer.valueOf(given) : null, "should be a whole number");
    }

    /** A limit of a kind, in its unit. */
    Double limit(Text text, Kind kind) {
        if (kind.unit() == Unit.MS) {
            Long ms = length(text);
            return ms == null ? null : (double) ms;
        }
        Double number = parsed(text, Values::number, "should be a number such as 20 or 0.95");
        if (number != null && number < 0) {
            mistake(text, "should not be less than 0");
        }
        if (number != null && number > 1 && kind.share()) {
            mistake(text, "should be a ratio such as 0.95, not more than 1");
        }
        return number;
    }

    Double number(Text text) {
        return parsed(text, Values::number, "should be a number such as 20 or 0.95");
    }

    /** The same, where mistakes are found elsewhere. */
    static Double numberIn(Text text) {
        return text == null ? null : number(text.text());
    }

    private static Double number(String text) {
        return text.matches(NUMBER) ? Double.valueOf(text) : null;
    }

    /** Epoch milliseconds. */
    Long instant(Text text) {
        return parsed(text, Values::instant, "should be an instant with its zone, such as 2026-11-27T16:00:00Z");
    }

    private static Long instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.toEpochMilli();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** One of these; null also if nothing is given. */
    <T extends Named> T choice(Text text, List<T> choices) {
        if (text == null) {
            return null;
        }
        for (T choice : choices) {
            if (choice.label().equals(text.text())) {
                return choice;
            }
        }
        List<String> labels = Named.labels(choices.toArray(Named[]::new));
        mistake(
                text,
                "is '%s', which is not one of its values: %s"
                        .formatted(text.text(), Names.suggest(text.text(), labels)));
        return null;
    }

    private <T> T parsed(Text text, Function<String, T> parser, String otherwise) {
        if (text == null) {
            return null;
        }
        T value = parser.apply(text.text());
        if (value == null) {
            mistake(text, otherwise);
        }
        return value;
    }
}
