package dev.streamgauge.checks.state;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The sizes as a page for {@code load-tests/results}. */
final class StatePage {

    private StatePage() {}

    static String of(int repositories, List<Month> months, Duration took) {
        StringBuilder page = new StringBuilder();
        page.append(format("# A year of %,d repositories: how large the state becomes%n%n", repositories));
        page.append(format("`mvn -pl load-tests/checks -am test -Pstate -DskipTests`%n%n"));
        page.append(format(
                "%s; %,d events of the simulated organisation (seed 1, usual faults) in twelve months of %d days, `forget.after` = %d days; %d minutes.%n",
                LocalDate.now(ZoneOffset.UTC),
                months.stream().mapToLong(Month::events).sum(),
                Year.MONTH.toDays(),
                StateReport.FORGET_AFTER.toDays(),
                took.toMinutes()));
        page.append(
                format(
                        "The production models on tables in memory; a row weighs what its key and value have in the store, before RocksDB compresses it. Roll-ups are not in it: they hold each window at most twice more.%n%n"));
        page.append(format("## All tables%n%n| | %s |%n|---|%s%n", header(months), "---|".repeat(months.size())));
        page.append(row("events", months, Month::events));
        page.append(row("rows", months, month -> month.all().rows()));
        page.append(row("MB", months, month -> month.all().bytes() / 1_000_000));
        page.append(section("Rows", months, Weight::rows));
        page.append(section("KB", months, weight -> weight.bytes() / 1_000));
        return page.toString();
    }

    private static String section(String title, List<Month> months, ToLongFunction<Weight> value) {
        StringBuilder section = new StringBuilder(format(
                "%n## %s, by store and table%n%n| | %s |%n|---|%s%n",
                title, header(months), "---|".repeat(months.size())));
        for (String table : months.get(0).tables().keySet()) {
            section.append(row(
                    "`" + table + "`",
                    months,
                    month -> value.applyAsLong(month.tables().get(table))));
        }
        return section.toString();
    }

    private static String header(List<Month> months) {
        return joined(months, month -> "month " + month.number());
    }

    private static String row(String title, List<Month> months, ToLongFunction<Month> value) {
        return format("| %s | %s |%n", title, joined(months, month -> format("%,d", value.applyAsLong(month))));
    }

    private static String joined(List<Month> months, Function<Month, String> text) {
        return months.stream().map(text).collect(Collectors.joining(" | "));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
