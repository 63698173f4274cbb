package dev.streamgauge.standalone.cli;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import picocli.CommandLine.Command;

/** Loads the classes of a typical run, so that the launcher can archive them. */
@Command(name = "warm-up", hidden = true, description = "Start and stop the broker and the registry.")
final class WarmUpCommand implements Runnable {

    @Override
    public void run() {
        try (CleanStop stop = new CleanStop()) {
            Platform platform = stop.open(() -> Platform.start(PlatformConfig.temporary()));
            platform.createTopics("", 1);
            new TopicReader(platform.clientConfig(), "").latest(Topics.CHANGES);
        }
    }
}
