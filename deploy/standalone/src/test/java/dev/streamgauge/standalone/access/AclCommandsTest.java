package dev.streamgauge.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AclCommandsTest {

    private static final Acl READ = Acl.on(Resource.TOPIC, "a", Operation.READ, "");
    private static final Acl WRITE = Acl.on(Resource.TOPIC, "a", Operation.WRITE, "");

    @Test
    void oneCallAllowsWhatIsTheSameForManyNames() {
        // Given
        List<Acl> acls = List.of(
                READ,
                WRITE,
                Acl.on(Resource.TOPIC, "b", Operation.WRITE, ""),
                Acl.on(Resource.TOPIC, "c", Operation.WRITE, ""),
                Acl.onAll(Resource.TRANSACTIONAL_ID, "own-", Operation.WRITE, ""));

        // When
        List<String> calls = new AclCommands("k:9092", "admin.properties", "User:sg").of(acls);

        // Then
        String begin = "kafka-acls.sh --bootstrap-server k:9092 --command-config admin.properties"
                + " --add --allow-principal User:sg --operation ";
        assertThat(calls)
                .containsExactly(
                        begin + "Read --operation Write --topic a --resource-pattern-type literal",
                        begin + "Write --topic b --topic c --resource-pattern-type literal",
                        begin + "Write --transactional-id own- --resource-pattern-type prefixed");
    }

    @Test
    void aShellDoesNotReadNames() {
        // When
        List<String> calls = new AclCommands("k:9092", null, "User:CN=Carol O'Hara, O=*").of(List.of(READ));

        // Then
        assertThat(calls).singleElement().asString().contains("--allow-principal 'User:CN=Carol O'\\''Hara, O=*' ");
    }

    @Test
    void operationsAreNamedAsTheToolNamesThem() {
        assertThat(Operation.ALTER_CONFIGS.label()).isEqualTo("AlterConfigs");
        assertThat(Operation.READ.label()).isEqualTo("Read");
    }

    @Test
    void aRightCoversWhatItImplies() {
        // Given
        Acl all = Acl.onAll(Resource.TOPIC, "own-", Operation.READ, "");

        // Then
        assertThat(READ.covers(Acl.on(Resource.TOPIC, "a", Operation.DESCRIBE, "x")))
                .isTrue();
        assertThat(READ.covers(WRITE)).isFalse();
        assertThat(READ.covers(Acl.on(Resource.GROUP, "a", Operation.READ, ""))).isFalse();
        assertThat(all.covers(Acl.on(Resource.TOPIC, "own-state", Operation.READ, "")))
                .isTrue();
        assertThat(Acl.on(Resource.TOPIC, "own-state", Operation.READ, "").covers(all))
                .isFalse();
    }
}
