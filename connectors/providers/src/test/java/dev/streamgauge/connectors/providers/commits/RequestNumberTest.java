package dev.streamgauge.connectors.providers.commits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestNumberTest {

    @ParameterizedTest
    @CsvSource({
        "'Merge pull request #7 from ada/work\n\nTitle (#8)', 7",
        "'Add a thing (#12)', 12",
        "'Add a thing (#12) \t\r\n\r\nwith words', 12",
        "'\n\nAdd a thing\nover two lines (#13)\n\nbody', 13",
        "'Revert \"Add (#12)\" (#14)', 14",
        "'(#15)', 15",
    })
    void theSubjectNamesTheRequest(String message, String number) {
        assertThat(RequestNumber.in(message)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Add a thing",
                "Add (#12) a thing",
                "Add a thing (#12)\nand go on",
                "Add a thing\n\nthe body names (#12)",
                "Add a thing (#x)",
                "Add a thing #12",
                "Re: Merge pull request #7 from ada/work",
                "Merge pull request of Ada",
                "Number (#1234567890123456789)",
            })
    void otherSubjectsNameNone(String message) {
        assertThat(RequestNumber.in(message)).isNull();
    }
}
