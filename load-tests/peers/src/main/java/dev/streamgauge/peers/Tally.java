package dev.streamgauge.peers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** An aggregate under its key; or how one changes: so many more, so much more. Public fields are what Flink's fast serializer asks for. */
public final class Tally {

    public String key;
    public long count;
    public long sum;

    static Tally of(String key, long count, long sum) {
        Tally tally = new Tally();
        tally.key = key;
        tally.count = count;
        tally.sum = sum;
        return tally;
    }

    /** @param day of UTC, since 1970 */
    static String key(String metric, String repository, long day) {
        return metric + '|' + repository + '|' + LocalDate.ofEpochDay(day);
    }

    byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    byte[] valueBytes() {
        return (count + "," + sum).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return key + "=" + count + "," + sum;
    }
}
