package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.draw.Dice;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What turns events into facts and aggregates: the models as they are, or broken on purpose. */
@FunctionalInterface
public interface Models {

    /** Every fact and aggregate after events in the order of their arrival; the dice say when there is a commit. */
    Map<String, List<ObjectNode>> after(List<SpecificRecord> arriving, Dice dice);
}
