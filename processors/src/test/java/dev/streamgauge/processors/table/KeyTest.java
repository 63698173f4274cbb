package dev.streamgauge.processors.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTest {

    private static final List<String> TEXTS = List.of(
            "",
            "\0",
            "\0\0",
            "\0\u0001",
            "\u0001",
            "a",
            "a\0",
            "a\0b",
            "aa",
            "b",
            "ab",
            "\u007f",
            "\u00ff",
            "é",
            "\uffff",
            "😀");
    private static final List<Long> NUMBERS =
            List.of(Long.MIN_VALUE, -256L, -255L, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);

    private record Parts(String first, long second, String third) implements Comparable<Parts> {

        static Parts random(Random random) {
            return new Parts(
                    TEXTS.get(random.nextInt(TEXTS.size())),
                    NUMBERS.get(random.nextInt(NUMBERS.size())),
                    TEXTS.get(random.nextInt(TEXTS.size())));
        }

        Key key() {
            return Key.of(first).and(second).and(third);
        }

        @Override
        public int compareTo(Parts other) {
            int one = Arrays.compareUnsigned(first.getBytes(UTF_8), other.first.getBytes(UTF_8));
            int two = one != 0 ? one : Long.compare(second, other.second);
            return two != 0 ? two : Arrays.compareUnsigned(third.getBytes(UTF_8), other.third.getBytes(UTF_8));
        }
    }

    @Test
    void keysSortAsTheirPartsDo() {
        // Given
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Parts a = Parts.random(random);
            Parts b = Parts.random(random);

            // When
            int order = a.key().compareTo(b.key());

            // Then
            assertThat(Integer.signum(order)).as("%s and %s", a, b).isEqualTo(Integer.signum(a.compareTo(b)));
        }
    }

    @Test
    void noTwoListsOfTextsHaveTheSameKey() {
        // Given
        List<List<String>> lists = new ArrayList<>(List.of(List.of()));
        for (int from = 0; lists.size() < 5_000; from++) {
            for (String text : TEXTS) {
                List<String> longer = new ArrayList<>(lists.get(from));
                longer.add(text);
                lists.add(longer);
            }
        }

        // When
        Map<Key, List<String>> byKey = new HashMap<>();
        for (List<String> list : lists) {
            Key key = Key.EMPTY;
            for (String text : list) {
                key = key.and(text);
            }
            byKey.put(key, list);
        }

        // Then
        assertThat(byKey).hasSameSizeAs(lists);
    }

    @Test
    void aKeyOfTextsIsThatOfOneAfterTheOther() {
        for (String text : TEXTS) {
            // Given
            Key stepwise = Key.of(text).and("b").and(text);

            // When
            Key atOnce = Key.of(List.of(text, "b", text));

            // Then
            assertThat(atOnce).isEqualTo(stepwise);
        }
    }

    @Test
    void theHeadOfAKeyIsItsFirstTextHoweverItWasMade() {
        for (String text : TEXTS) {
            // Given
            Key longer = Key.of(text).and("b").and(7);
            Key read = Key.EMPTY.rest(longer.toBytes());

            // When / Then
            assertThat(longer.head(1)).isEqualTo(Key.of(text));
            assertThat(read.head(1)).isEqualTo(Key.of(text));
            assertThat(Key.EMPTY.rest(Key.of(text).toBytes()).head(1)).isEqualTo(Key.of(text));
        }
        assertThat(Key.EMPTY.head(1)).isEqualTo(Key.EMPTY);
        assertThat(Key.EMPTY.and(-2).head(1)).isEqualTo(Key.EMPTY);
    }

    @Test
    void aHeadOfTwoTextsIsThatOfAllKeysThatBeginWithThem() {
        for (String text : TEXTS) {
            // Given
            Key owner = Key.of(List.of("team", text));
            Key longer = owner.and("b").and(7);
            Key read = Key.EMPTY.rest(longer.toBytes());
            longer.head(1);

            // When / Then
            assertThat(longer.head(2)).isEqualTo(owner);
            assertThat(longer.and(8).head(2)).isEqualTo(owner);
            assertThat(read.head(2)).isEqualTo(owner);
            assertThat(owner.head(2)).isEqualTo(owner);
        }
        assertThat(Key.of("team").head(2)).isEqualTo(Key.EMPTY);
    }

    @Test
    void aHeadBeginsTheRangesWithinIt() {
        // Given
        Key head = Key.of("shop");
        Key within = head.and("a");

        // When / Then
        assertThat(head.begins(head, head.end())).isTrue();
        assertThat(head.begins(within, within.end())).isTrue();
        assertThat(head.begins(within, head.end())).isTrue();
        assertThat(head.begins(within, Key.of("shop2"))).isFalse();
        assertThat(head.begins(Key.EMPTY, head)).isFalse();
    }

    @Test
    void theTextThatAKeyBeginsWithCanBeRead() {
        for (String text : TEXTS) {
            // Given
            Key key = Key.of(text).and("b").and(7);

            // When / Then
            assertThat(key.text()).isEqualTo(text);
        }
    }

    @Test
    void theEndOfAPrefixIsAboveAllThatBeginWithItAndNothingElse() {
        // Given
        Random random = new Random(12);
        for (int i = 0; i < 20_000; i++) {
            Key prefix = Key.of(TEXTS.get(random.nextInt(TEXTS.size())));
            Parts parts = Parts.random(random);
            boolean begins = Key.of(parts.first()).equals(prefix);

            // When
            Key end = prefix.end();

            // Then
            boolean within = parts.key().compareTo(prefix) >= 0 && parts.key().compareTo(end) < 0;
            assertThat(within).as("%s of %s", parts, prefix).isEqualTo(begins);
        }
    }

    @Test
    void theEndOfAPrefixCarriesOverTheGreatestBytes() {
        // Given
        Key greatest = Key.EMPTY.and(5).and(Long.MAX_VALUE);

        // When
        Key end = greatest.end();

        // Then
        assertThat(end.compareTo(greatest.and("\uffff"))).isPositive();
        assertThat(end.compareTo(Key.EMPTY.and(6))).isLessThanOrEqualTo(0);
    }

    @Test
    void aKeyOfNothingButTheGreatestBytesHasNoEnd() {
        // Given
        Key key = Key.EMPTY.and(Long.MAX_VALUE);

        // When / Then
        assertThatThrownBy(key::end).isInstanceOf(IllegalStateException.class).hasMessageContaining("has no end");
    }

    @Test
    void nothingLiesBetweenAKeyAndTheNext() {
        // Given
        Key key = Key.of("a");

        // When
        Key next = key.next();

        // Then
        assertThat(next.compareTo(key)).isPositive();
        assertThat(next.compareTo(key.and(""))).isNegative();
    }

    @Test
    void whatFollowsAPrefixIsTheRest() {
        // Given
        Key prefix = Key.of("shop").and(7);

        // When
        Key rest = prefix.rest(Key.of("a1").and(-3).toBytes(prefix));

        // Then
        assertThat(rest)
                .isEqualTo(Key.of("a1").and(-3))
                .hasSameHashCodeAs(Key.of("a1").and(-3));
    }

    /** Stores are full of keys: another form would make them unreadable. */
    @Test
    void keysAreStillWrittenAsTheyWere() {
        // Given
        Key key = Key.of("é\0b").and(-2).and("").and(3);

        // When
        String hex = HexFormat.of().formatHex(key.toBytes());

        // Then
        assertThat(hex).isEqualTo("c3a900ff620000" + "7ffffffffffffffe" + "0000" + "8000000000000003");
    }

    @Test
    void aKeyDoesNotShareItsBytes() {
        // Given
        byte[] bytes = Key.of("a").toBytes();
        Key key = Key.EMPTY.rest(bytes);

        // When
        bytes[0] = 'b';
        key.toBytes()[0] = 'c';

        // Then
        assertThat(key).isEqualTo(Key.of("a"));
    }
}
