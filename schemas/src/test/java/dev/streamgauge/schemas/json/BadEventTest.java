package dev.streamgauge.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.Refusal;
import dev.streamgauge.schemas.testkit.RandomRecords;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadEventTest {

    private static final String SHA = "2222222222222222222222222222222222222222";
    private static final String BUILD =
            "{'type':'BuildChanged','repository':'github.com/acme/shop','occurred_at':'2026-03-01T10:10:00Z',"
                    + "'run_id':'7','workflow':'ci','trigger':'push','sha':'" + SHA
                    + "','state':'finished','outcome':'success'}";
    private static final String PUSH =
            "{'type':'CommitPushed','repository':'github.com/acme/shop','occurred_at':0,'after':'" + SHA
                    + "','commits':[{'sha':'" + SHA + "'},{'sha':'" + SHA + "'}]}";

    private static BadEventException parse(String line) {
        Throwable thrown = catchThrowable(() -> EventJson.parse(line.replace('\'', '"')));
        assertThat(thrown).as(line).isInstanceOf(BadEventException.class);
        return (BadEventException) thrown;
    }

    private static void assertBad(String line, Refusal reason, String message) {
        BadEventException bad = parse(line);
        assertThat(bad.getMessage()).contains(message).doesNotContain("\n");
        assertThat(bad.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'state':'finished'    | 'state':'finshed'      | bad_value     | state is 'finshed', but should be one of queued, waiting, running, finished",
                "'outcome':'success'   | 'outcome':'SUCCESS'    | bad_value     | outcome is 'SUCCESS', but should be one of success, failure, timed_out",
                "'trigger':'push'      | 'trigger':'cron'       | bad_value     | one of push, schedule, pull_request, merge_group, manual, other",
                "'sha':'22             | 'sha':'2               | bad_value     | but should be a full hash of 40 or 64 hexadecimal digits",
                "'sha':'22             | 'sha':'zz              | bad_value     | but should be a full hash",
                "'run_id':'7'          | 'run_id':7             | bad_value     | run_id is 7, but should be a text in quotation marks",
                "'run_id':'7'          | 'run_id':' '           | bad_value     | run_id must not be empty",
                "'run_id':'7'          | 'run_id':null          | missing_field | BuildChanged needs run_id: The run's identifier at its source.",
                "'run_id':'7',         | ``                     | missing_field | BuildChanged needs run_id",
                "'run_id':'7'          | 'run_id':'\\ud83d'     | bad_value     | half of a surrogate pair",
                "'workflow':'ci'       | 'workflow':'*'         | bad_value     | workflow must not be '*', which stands for all",
                "'workflow':'ci'       | 'workflow':'ci','workflow':'x' | broken_json | Duplicate field 'workflow'",
                "'outcome'             | 'outcom'               | unknown_field | BuildChanged has no field 'outcom': did you mean 'outcome'?",
                "'outcome'             | 'finishedAt'           | unknown_field | did you mean 'finished_at'?",
                "'outcome'             | 'xxxxxxxxxxxxxxxxxx'   | unknown_field | there are event_id, source, repository",
                "'outcome':'success'   | 'attempt':0            | bad_value     | attempt is 0, but should be a whole number from 1",
                "'outcome':'success'   | 'attempt':1.0          | bad_value     | attempt is 1.0, but should be a whole number",
                "'outcome':'success'   | 'attempt':2147483648   | bad_value     | attempt is 2147483648, but",
                "'outcome':'success'   | 'attempt':'1'          | bad_value     | attempt is \"1\", but should be a whole number",
                "'outcome':'success'   | 'attempt':null         | bad_value     | attempt is null, but",
                "'outcome':'success'   | 'runner_labels':'x'    | bad_value     | runner_labels is \"x\", but should be an array",
                "'outcome':'success'   | 'runner_labels':[null] | bad_value     | runner_labels[0] is null, but should be a text",
                "github.com/acme/shop  | shop                   | bad_value     | repository is 'shop', but should look like host/owner/name",
                "github.com/acme/shop  | github.com//shop       | bad_value     | should look like host/owner/name",
                "github.com/acme/shop  | https://github.com/a/b | bad_value     | should look like host/owner/name",
                "github.com/acme/shop  | github.com/a/b#1       | bad_value     | should look like host/owner/name",
                "'2026-03-01T10:10:00Z'| '2026-03-01T10:10:00'  | bad_value     | occurred_at is \"2026-03-01T10:10:00\", but should be a time with its offset",
                "'2026-03-01T10:10:00Z'| '2026-02-29T10:10:00Z' | bad_value     | but should be a time",
                "'2026-03-01T10:10:00Z'| '+10000-01-01T00:00:00Z' | bad_value   | outside the years 0001 to 9999",
                "'2026-03-01T10:10:00Z'| 253402300800000        | bad_value     | outside the years",
                "'2026-03-01T10:10:00Z'| 9223372036854775808    | bad_value     | should be a time",
                "'2026-03-01T10:10:00Z'| 1.5                    | bad_value     | should be a time",
                "'2026-03-01T10:10:00Z'| true                   | bad_value     | should be a time",
                "'2026-03-01T10:10:00Z'| null                   | missing_field | needs occurred_at",
                "'type':'BuildChanged' | 'type':'BuildChange'   | unknown_type  | There is no type 'BuildChange': did you mean 'BuildChanged'?",
                "'type':'BuildChanged' | 'type':'Zzz'           | unknown_type  | there are CommitPushed, ReviewChanged, BuildChanged",
                "'type':'BuildChanged' | 'type':5               | unknown_type  | There is no type '5'",
                "'type':'BuildChanged',| ``                     | missing_field | The event needs a type",
            })
    void aMistakeInABuildIsNamedWithWhatWouldBeRight(String right, String wrong, String reason, String message) {
        assertThat(BUILD).contains(right);
        assertBad(BUILD.replace(right, wrong), Refusal.valueOf(reason.toUpperCase(Locale.ROOT)), message);
    }

    @Test
    void whatIsTrueOrFalseIsNoText() {
        String request = "{'type':'ReviewChanged','repository':'h/r','occurred_at':0,'request':'1','state':'open',";
        assertBad(request + "'hotfix':'yes'}", Refusal.BAD_VALUE, "hotfix is \"yes\", but should be true or false");
        assertBad(request + "'hotfix':1}", Refusal.BAD_VALUE, "hotfix is 1, but should be true or false");
    }

    @Test
    void aMistakeInsideAnArrayIsNamedWithItsWholeWay() {
        assertBad(PUSH.replace("{'sha':'" + SHA + "'}]", "{}]"), Refusal.MISSING_FIELD, "Commit needs commits[1].sha");
        assertBad(
                PUSH.replace("{'sha':'" + SHA + "'}]", "7]"),
                Refusal.BAD_VALUE,
                "commits[1] is 7, but should be an object");
        assertBad(
                PUSH.replace("'}]", "','parent':[]}]"),
                Refusal.UNKNOWN_FIELD,
                "Commit has no field 'commits[1].parent': did you mean 'parents'?");
        assertBad(
                PUSH.replace("'}]", "','parents':['" + SHA + "','x']}]"),
                Refusal.BAD_VALUE,
                "commits[1].parents[1] is 'x', but should be a full hash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``",
                "{",
                "[]",
                "null",
                "'x'",
                "{} {}",
                "{'type':NaN}",
                "{'a':1,}",
                "// no",
                "{'type':'BuildChanged'} x"
            })
    void whatIsNotOneJsonObjectIsBroken(String line) {
        assertThat(parse(line).reason()).isEqualTo(Refusal.BROKEN_JSON);
        assertThat(parse(line).getMessage()).doesNotContain("REDACTED", "Feature", "jackson");
    }

    @Test
    void nestingWithoutEndIsBroken() {
        assertBad(
                "{'type':" + "[".repeat(100_000),
                Refusal.BROKEN_JSON,
                "Document nesting depth (9) exceeds the maximum allowed (8)");
    }

    @Test
    void bytesThatAreNotUtf8AreBroken() {
        // Given
        byte[] line = BUILD.replace("'ci'", "'\u00fc'").replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);

        // When
        Throwable thrown = catchThrowable(() -> EventJson.parse(line));

        // Then
        assertThat(thrown).isInstanceOf(BadEventException.class).hasMessage("The line is not UTF-8");
    }

    @Test
    void aLineOfMoreThanOneMebibyteIsTooLarge() throws Exception {
        // Given
        String frame = BUILD.replace("'success'", "'success','url':''").replace('\'', '"');
        String fits = frame.replace(
                "\"url\":\"\"", "\"url\":\"" + "x".repeat(EventJson.LONGEST_LINE - frame.length()) + "\"");

        // When
        EventJson.parse(fits);

        // Then
        assertBad(fits + " ", Refusal.TOO_LARGE, "The line has 1048577 bytes; at most 1048576 are allowed");
    }

    @Test
    void anyDamageIsEitherAnEventOrABadEvent() {
        // Given
        byte[] line =
                EventJson.write(new RandomRecords(3).next(CommitPushed.class)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);

        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = line.clone();
            damaged[random.nextInt(line.length)] = (byte) random.nextInt(256);

            // When
            Throwable thrown = catchThrowable(() -> EventJson.parse(damaged));

            // Then
            assertThat(thrown).isIn(thrown instanceof BadEventException ? thrown : null, null);
        }
    }
}
