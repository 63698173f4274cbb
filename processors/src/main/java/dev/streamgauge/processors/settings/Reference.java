package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.rules.Length;
import dev.streamgauge.settings.flat.SettingsTable;
import java.time.Duration;
import java.util.List;

/** The reference of the settings for {@code docs/processors.md}, made from the records that hold them. */
final class Reference {

    private Reference() {}

    /** The names of all settings, in the order of the documentation. */
    static List<String> names() {
        return all().names();
    }

    /** All settings as a table in Markdown. */
    static String markdown() {
        return all().markdown();
    }

    private static SettingsTable all() {
        SettingsTable table = new SettingsTable();
        Groups.ALL.forEach(group -> table.add(group, ""));
        for (QueueName queue : QueueName.values()) {
            table.add(new SettingsTable.Entry(
                    Groups.EXPIRE + queue.label(),
                    Duration.class,
                    Length.text(queue.expiresAfter().toMillis()),
                    "An item of this queue that nobody has told of for so long is [given up](alerting.md#1-queues)."));
        }
        return table;
    }
}
