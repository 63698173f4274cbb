package dev.streamgauge.processors.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences of rules with names in braces: {@code {value} in {queue} of {name}}. */
public final class Summary {

    /** The names that can stand in braces. What a subject does not have is left empty. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of("rule", "name", "value", "threshold"), Attribute.LABELS.stream())
            .toList();

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private Summary() {}

    /** The names that stand in braces. */
    static List<String> names(String text) {
        return BRACES.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /**
     * The sentence about a value.
     *
     * @param value null: it cannot be measured
     */
    public static String of(Rule rule, Subject subject, Double value) {
        return rule.notice().summary() == null ? usual(rule, subject, value) : filled(rule, subject, value);
    }

    private static String usual(Rule rule, Subject subject, Double value) {
        String what = subject.named().entrySet().stream()
                .map(part -> ", " + part.getKey() + " " + part.getValue())
                .collect(Collectors.joining());
        return "%s%s: %s is %s, %s %s"
                .formatted(
                        subject.whose().name(),
                        what,
                        rule.kind().measure(),
                        shown(rule, value),
                        rule.kind().above() ? "above" : "below",
                        shown(rule, rule.limits().threshold()));
    }

    private static String filled(Rule rule, Subject subject, Double value) {
        Map<String, String> words = new TreeMap<>();
        for (Attribute attribute : Attribute.values()) {
            String word = subject.get(attribute);
            words.put(attribute.label(), word == null ? "" : word);
        }
        words.put("rule", rule.name());
        words.put("name", subject.whose().name());
        words.put("value", shown(rule, value));
        words.put("threshold", shown(rule, rule.limits().threshold()));
        return BRACES.matcher(rule.notice().summary())
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    private static String shown(Rule rule, Double value) {
        return value == null ? "unknown" : rule.kind().unit().text(value);
    }
}
