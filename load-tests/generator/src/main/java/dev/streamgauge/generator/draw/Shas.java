package dev.streamgauge.generator.draw;

import java.util.HexFormat;

/** Commit hashes: 40 hexadecimal digits, made of a seed and a number. */
public final class Shas {
    private static final HexFormat HEX = HexFormat.of();

    private Shas() {}

    /** The same seed and number always give the same hash. */
    public static String of(long seed, long number) {
        long first = Dice.mix(Dice.mix(seed) + number);
        long second = Dice.mix(first + 1);
        return HEX.toHexDigits(first) + HEX.toHexDigits(second) + HEX.toHexDigits((int) Dice.mix(second + 1));
    }
}
