package dev.streamgauge.processors.rules;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a measured value is counted in. */
public enum Unit implements Named {
    MS,
    ITEMS,
    ITEMS_PER_HOUR,
    RATIO;

    private static final int DIGITS = 4;

    /** A value, for people: {@code 2d 4h}, {@code 14}, {@code 0.953}. */
    public String text(double value) {
        if (this == MS) {
            return Length.text(Math.round(value));
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return (this == RATIO ? exact.round(new MathContext(DIGITS)) : exact)
                .stripTrailingZeros()
                .toPlainString();
    }
}
