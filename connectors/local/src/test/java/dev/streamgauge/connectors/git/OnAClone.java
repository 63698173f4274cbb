package dev.streamgauge.connectors.git;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has an empty clone of its own. */
abstract class OnAClone {

    @TempDir
    Path directory;

    TestClone clone;

    @BeforeEach
    void openClone() {
        clone = TestClone.in(directory);
    }

    @AfterEach
    void closeClone() {
        clone.close();
    }
}
