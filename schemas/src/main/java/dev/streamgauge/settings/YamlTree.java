package dev.streamgauge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.streamgauge.settings.Setting.Fields;
import dev.streamgauge.settings.Setting.Items;
import dev.streamgauge.settings.Setting.Place;
import dev.streamgauge.settings.Setting.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads YAML into values that know their lines. */
final class YamlTree {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final Pattern LINE = Pattern.compile("(?m)^ in .*, line (\\d{1,9}), column \\d+");

    private final YAMLParser parser;
    private final List<String> mistakes;

    private YamlTree(YAMLParser parser, List<String> mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /** The whole file; an empty one has no fields. What is no YAML ends the reading, and is a mistake. */
    static Setting read(String file, String yaml, List<String> mistakes) {
        Place whole = new Place(file, 1, "");
        try (YAMLParser parser = YAML.createParser(yaml)) {
            if (parser.nextToken() == null) {
                return new Fields(whole, Map.of());
            }
            Setting read = new YamlTree(parser, mistakes).value(whole);
            if (parser.nextToken() != null) {
                Place second = new Place(file, parser.currentTokenLocation().getLineNr(), "");
                mistakes.add(second.mistake("has a second document, behind '---': put all into one"));
            }
            return read;
        } catch (JsonProcessingException e) {
            mistakes.add(new Place(file, line(e), "").mistake("is no YAML: " + problem(e)));
            return new Fields(whole, Map.of());
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    // The parser's own location is where it began to look; the last one in its message is where the mistake is.
    private static int line(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        for (Matcher lines = LINE.matcher(e.getOriginalMessage()); lines.find(); ) {
            line = Integer.parseInt(lines.group(1));
        }
        return line;
    }

    // The other lines quote the file, and with it what must not be told.
    private static String problem(JsonProcessingException e) {
        if (e.getOriginalMessage().contains("(TAB)")) {
            return "a tab stands where only spaces may";
        }
        return e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
    }

    private Setting value(Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(place);
            case START_ARRAY -> items(place);
            case VALUE_NULL -> new Text(place, null);
            default -> text(place);
        };
    }

    private Text text(Place place) throws IOException {
        if (parser.isCurrentAlias()) {
            mistakes.add(place.mistake("begins with a star: put it in quotation marks"));
        }
        return new Text(place, parser.getText());
    }

    private Fields fields(Place place) throws IOException {
        Map<String, Setting> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place field = place.field(parser.currentName(), line());
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, value(field)) != null) {
                mistakes.add(field.mistake("is given twice"));
            }
        }
        return new Fields(place, fields);
    }

    private Items items(Place place) throws IOException {
        List<Setting> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.item(items.size(), line())));
        }
        return new Items(place, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
