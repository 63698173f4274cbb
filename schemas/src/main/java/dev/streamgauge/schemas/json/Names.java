package dev.streamgauge.schemas.json;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant. */
public final class Names {

    private Names() {}

    /** A question to put behind a message: the nearest of the valid names, or all of them if none is near. */
    public static String suggest(String wrong, Collection<String> valid) {
        String nearest = valid.stream()
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(name -> name))
                .orElseThrow();
        if (wrong.length() <= 100 && distance(wrong, nearest) <= Math.max(wrong.length(), nearest.length()) / 2) {
            return "did you mean '" + nearest + "'?";
        }
        return "there are " + String.join(", ", valid);
    }

    /** Levenshtein's distance, without regard to case. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
