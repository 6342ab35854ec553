package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
  static Stream<String> commands() {
    return CommandTree.entries().stream().map(CommandTree.Entry::name);
  }

  @Test
  void withoutACommandTheFiveCommonestAreShown() {
    Shell.Call call = new Shell().call();
    assertThat(call.exit()).isZero();
    assertThat(call.out().lines().filter(line -> line.startsWith("  vdcsim "))).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExample(String command) {
    Shell.Call call = new Shell().call(command, "--help");
    assertThat(call.exit()).isZero();
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).startsWith("Usage: vdcsim " + command + " ");
    assertThat(call.out()).contains("Examples:\n  vdcsim " + command);
    assertThat(call.out().lines()).allMatch(line -> line.length() <= 90);
    assertThat(new Shell().call("help", command).out()).isEqualTo(call.out());
  }

  @Test
  void helpNamesEveryCommand() {
    Shell.Call call = new Shell().call("--help");
    assertThat(call.exit()).isZero();
    assertThat(commands()).allMatch(name -> call.out().contains("\n  " + name + " "));
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(new Shell().call("--version").out()).matches("vdcsim \\d+\\.\\d+\\.\\d+.*\n");
  }

  @Test
  void aWrongCommandIsAnsweredWithTheNearest() {
    Shell.Call call = new Shell().call("chekc", "x.yaml");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .isEqualTo("vdcsim: error: 'chekc' is no command; did you mean 'check'?\n");
  }

  @Test
  void aFileInPlaceOfACommandIsUnderstood() {
    assertThat(new Shell().call("lab.yaml").err()).contains("did you mean 'vdcsim run lab.yaml'?");
  }

  @Test
  void aWrongOptionIsAnsweredWithTheNearest() {
    Shell.Call call = new Shell().call("run", "x", "--sed", "4");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err())
        .isEqualTo("vdcsim: error: there is no option '--sed'; did you mean '--seed'?\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run x --jobs many",
        "run x --lang fr",
        "run x --jobs 0",
        "completion fish"
      })
  void wrongUsageIsExitCode2(String line) {
    Shell.Call call = new Shell().call(line.split(" "));
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).startsWith("vdcsim: error: ").doesNotContain("Exception");
  }

  @Test
  void anErrorIsADocumentWhereJsonIsWanted() {
    Shell.Call call = new Shell().call("check", "nosuch", "--format", "json");
    assertThat(call.exit()).isEqualTo(2);
    JsonNode error = JsonMapper.shared().readTree(call.out()).get("error");
    assertThat(error.get("exitCode").asInt()).isEqualTo(2);
    assertThat(error.get("message").asString()).contains("nosuch");
  }

  @Test
  void aReaderThatStopsEarlyIsNoError() {
    Shell.Call call = new Shell().writingTo(Shell.failing("Broken pipe")).call("list");
    assertThat(call.exit()).isZero();
    assertThat(call.err()).isEmpty();
  }

  @Test
  void aFullDiskBehindStandardOutputIsExitCode74() {
    Shell.Call call = new Shell().writingTo(Shell.failing("No space left on device")).call("list");
    assertThat(call.exit()).isEqualTo(74);
    assertThat(call.err())
        .isEqualTo("vdcsim: error: cannot write to standard output: No space left on device\n");
  }

  @Test
  void aTerminalHasColoursUnlessTheUserWantsNone() {
    String escape = "\u001B[";
    assertThat(new Shell().onTerminal().call("list").out()).contains(escape);
    assertThat(new Shell().call("list").out()).doesNotContain(escape);
    assertThat(new Shell(Map.of("NO_COLOR", "1")).onTerminal().call("list").out())
        .doesNotContain(escape);
    assertThat(new Shell(Map.of("TERM", "dumb")).onTerminal().call("list").out())
        .doesNotContain(escape);
    assertThat(new Shell(Map.of("CLICOLOR_FORCE", "1")).call("list").out()).contains(escape);
    assertThat(new Shell().call("list", "--color", "always").out()).contains(escape);
    assertThat(new Shell().onTerminal().call("list", "--color", "never").out())
        .doesNotContain(escape);
  }

  @Test
  void completionKnowsEveryCommandAndOption() {
    Shell.Call bash = new Shell().call("completion", "bash");
    assertThat(bash.exit()).isZero();
    assertThat(commands()).allMatch(bash.out()::contains);
    assertThat(bash.out()).contains("--replications").contains("complete -F _complete_vdcsim");
    assertThat(new Shell().call("completion", "zsh").out()).startsWith("autoload");
  }

  @Test
  void theSchemaIsJson() {
    Shell.Call call = new Shell().call("schema");
    assertThat(call.exit()).isZero();
    assertThat(JsonMapper.shared().readTree(call.out()).get("properties").has("hosts")).isTrue();
  }

  @Test
  void aKeyIsExplainedInThreeForms() {
    assertThat(new Shell().call("explain", "hosts.nics").out()).contains("Network cards by name");
    assertThat(new Shell().call("explain", "hosts.nics", "--format", "md").out()).startsWith("###");
    String json = new Shell().call("explain", "hosts.nics", "--format", "json").out();
    assertThat(JsonMapper.shared().readTree(json).get("path").asString()).isEqualTo("hosts.nics");
    assertThat(new Shell().call("explain").out()).contains("switches");
  }

  @Test
  void anUnknownKeyIsAnsweredWithTheNearest() {
    Shell.Call call = new Shell().call("explain", "hosts.nisc");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err())
        .contains("there is no key or topic 'hosts.nisc'; did you mean hosts.nics");
  }

  @Test
  void verifyListsCasesAndFindsOne() {
    String list = new Shell().call("verify", "--list", "--format", "json").out();
    List<String> ids =
        JsonMapper.shared().readTree(list).get("cases").findValues("case").stream()
            .map(JsonNode::asString)
            .toList();
    assertThat(ids).isNotEmpty();
    Shell.Call one = new Shell().call("verify", "--case", ids.get(0));
    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(one.out()).contains(ids.get(0));
    assertThat(new Shell().call("verify", "--case", "nosuch").exit()).isEqualTo(2);
  }
}
