package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.run.Cancellation;

class VerifyCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
  private Path cases;

  @BeforeEach
  void makeAFolderOfCases() throws IOException {
    cases = Files.createDirectories(folder.resolve("cases"));
  }

  private int verify(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("verify"));
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    Terminal terminal =
        new Terminal(
            new Output(outBytes, "standard output"),
            new Output(errBytes, "standard error"),
            InputStream.nullInputStream(),
            false,
            false,
            120,
            true,
            Map.of());
    Context context = Context.of(terminal, Vdcsim::language, Cancellation::new);
    try {
      return CommandTree.execute(context, all.toArray(String[]::new));
    } catch (CommandFailure failure) {
      throw new AssertionError(failure);
    }
  }

  private String out() {
    return outBytes.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return errBytes.toString(StandardCharsets.UTF_8);
  }

  private static String bundled(String id) throws IOException {
    String resource = "/vdcsim/scenario/golden/network/" + id + ".json";
    try (var in = Objects.requireNonNull(VerifyCommandTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(cases.resolve(name), text);
  }

  @Test
  void aCaseThatHoldsExitsWithZero() {
    Path report = folder.resolve("report.md");
    assertThat(verify("--case", "mac-04", "--output", report)).isZero();
    assertThat(out()).startsWith("mac-04  equal: 38 of 38 entries are as recorded.");
    assertThat(report).content().contains("| mac | 1 | 1 | 0 | 0 | 38 | 38 | - |");
  }

  @Test
  void aCaseThatDoesNotHoldExitsWithOneAndShowsBothSides() throws IOException {
    put("bad.json", bundled("mac-10").replace("\"h4\": \"p2\"}", "\"h4\": \"p1\"}"));
    assertThat(verify(cases)).isEqualTo(1);
    assertThat(out())
        .contains("mac-10  different: 58 of 59 entries are as recorded.")
        .containsPattern("after event 0 +fdb.s1.h4 +p1 +p2\n");
  }

  @Test
  void anUnsupportedCaseIsCountedApartAndIsNoFailure() throws IOException {
    put("a.json", bundled("mac-04"));
    put("b.json", bundled("mac-05").replace("\"kind\": \"mac\"", "\"kind\": \"isis\""));
    assertThat(verify(cases, "--format", "json")).isZero();
    JsonNode json = JsonMapper.shared().readTree(out());
    assertThat(json.get("cases").asInt()).isEqualTo(2);
    assertThat(json.get("equal").asInt()).isEqualTo(1);
    assertThat(json.get("different").asInt()).isZero();
    assertThat(json.get("unsupported").asInt()).isEqualTo(1);
    assertThat(json.get("rows").get(0).get("outcome").asString()).isEqualTo("equal");
    assertThat(json.get("rows").get(1).get("reason").asString())
        .isEqualTo("cases of kind 'isis' are not supported yet");
  }

  @Test
  void aCaseThatCannotBeReadIsAnErrorWithItsPlace() throws IOException {
    put("broken.json", "{\n \"format\": 1,\n \"id\": }");
    assertThat(verify(cases)).isEqualTo(2);
    assertThat(err()).contains(cases.resolve("broken.json") + ":3:8: ").doesNotContain("Exception");
    assertThat(out()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(verify(folder.resolve("none.json"))).isEqualTo(2);
    assertThat(err()).contains("none.json");
  }

  @Test
  void anUnknownCaseIsRefusedWithANearName() {
    assertThat(verify("--case", "mac-44")).isEqualTo(2);
    assertThat(err()).contains("there is no case 'mac-44'; did you mean 'mac-04'?");
  }

  @Test
  void theListNamesEveryCase() {
    assertThat(verify("--list")).isZero();
    // 69 of networks, 46 of TCP, 173 of migration, 277 of processors, 160 of schedulers, 48 of
    // memory, 48 of levels, 200 of devices.
    assertThat(out().lines()).hasSize(1021).anyMatch(line -> line.startsWith("stp    stp-01 "));
  }

  @Test
  void theScenarioOfACaseIsOneThatAnybodyCouldWrite() {
    assertThat(verify("--case", "vlan-03", "--scenario")).isZero();
    assertThat(out())
        .contains("name: vlan-03")
        .contains("set-vlan: { port: s2.p3, vlans: { trunk: [10, 20] } }");
  }
}
