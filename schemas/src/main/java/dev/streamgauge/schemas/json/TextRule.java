package dev.streamgauge.schemas.json;

import java.util.List;
import java.util.Locale;

/**
 * What one text field of events may hold.
 *
 * @param form what the text must look like
 * @param blank whether it may be empty
 * @param star whether it may be *
 * @param words the only texts that it may be; null if it may be others
 */
record TextRule(Form form, boolean blank, boolean star, List<String> words) {

    /** What a text looks like. A form other than {@link #ANY} is in lower case. */
    enum Form {
        ANY(""),
        HASH("should be a full hash of 40 or 64 hexadecimal digits"),
        REPOSITORY("should look like host/owner/name, for example github.com/acme/shop");

        private final String rule;

        Form(String rule) {
            this.rule = rule;
        }

        private boolean fits(String text) {
            return switch (this) {
                case ANY -> true;
                case HASH -> TextForms.isHash(text);
                case REPOSITORY -> TextForms.isRepository(text);
            };
        }
    }

    /** The text as it is kept; the same object if it is in that form already. */
    String canonical(String text) {
        return form == Form.ANY ? text : text.toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a text, with the text where it helps, apart from capitals that {@link #canonical} removes; null if nothing is. */
    String problem(String text) {
        String rule = broken(text);
        boolean helps = rule != null && rule.startsWith("should");
        return helps ? "is '" + Place.cut(text) + "', but " + rule : rule;
    }

    /** What a text should have been, without what it is; null if nothing is wrong with it. */
    String broken(String text) {
        if (!TextForms.isUnicode(text)) {
            return "holds half of a surrogate pair, which is not Unicode text";
        }
        if (!form.fits(canonical(text))) {
            return form.rule;
        }
        if (!blank && text.isBlank()) {
            return "must not be empty";
        }
        if (!star && text.equals("*")) {
            return "must not be '*', which stands for all of them";
        }
        if (words != null && !words.contains(text)) {
            return "should be one of " + String.join(", ", words);
        }
        return null;
    }
}
