package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LibraryCommandsTest {
  @TempDir private Path folder;

  @Test
  void theLibraryIsListedByTopic() {
    Shell.Call call = new Shell().call("list");
    assertThat(call.exit()).isZero();
    assertThat(call.out()).contains("Layer 2\n").contains("  switch-learning  ");
    assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
    JsonNode json =
        JsonMapper.shared().readTree(new Shell().call("list", "--format", "json").out());
    assertThat(json.get("scenarios").findValuesAsString("name")).contains("switch-learning");
  }

  @Test
  void whatIsShownCanBeCheckedFromStandardInput() {
    Shell.Call shown = new Shell().call("show", "switch-learning");
    assertThat(shown.out()).startsWith("# How does a switch learn");
    Shell.Call checked = new Shell().input(shown.out()).call("check", "-");
    assertThat(checked.exit()).as(checked.err()).isZero();
    assertThat(checked.out()).isEqualTo("switch-learning: fine, 1 run\n");
  }

  @Test
  void aWrongNameIsAnsweredWithTheNearest() {
    Shell.Call call = new Shell().call("show", "switch-lerning");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err()).contains("did you mean 'switch-learning'?");
    assertThat(new Shell().call("check", "switch-lerning").err())
        .contains("neither a file nor a library scenario named 'switch-lerning'")
        .contains("did you mean 'switch-learning'?");
  }

  @Test
  void aStarterIsAScenarioThatCanRun() {
    String starter = new Shell().call("init").out();
    Shell.Call checked = new Shell().input(starter).call("check", "-");
    assertThat(checked.exit()).as(checked.err()).isZero();
    Shell.Call other = new Shell().call("init", "--topic", "nosuch");
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err()).contains("layer-2");
  }

  @Test
  void initNeverOverwrites() throws IOException {
    Path file = folder.resolve("lab.yaml");
    assertThat(new Shell().call("init", "-o", file.toString()).exit()).isZero();
    String text = Files.readString(file);
    Shell.Call again = new Shell().call("init", "--topic", "queueing", "-o", file.toString());
    assertThat(again.exit()).isEqualTo(73);
    assertThat(again.err()).contains("it was left as it is");
    assertThat(file).hasContent(text);
  }
}
