package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final String WRONG =
      """
      name: lab
      duration: 5
      hosts:
        主机: { nisc: 3 }
      """;

  @TempDir private Path folder;

  @Test
  void everyMistakeIsShownWithItsPlaceAndAMark() {
    Shell.Call call = new Shell().input(WRONG).call("check", "-");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    // The name is four columns wide, and eight characters of the line stand before the mark.
    assertThat(call.err())
        .contains("-:2:11: error: duration: the number 5 needs a unit")
        .contains("    2 | duration: 5\n      |           ^\n")
        .contains("-:4:9: error: hosts.主机: unknown key 'nisc'; did you mean 'nics'?")
        .contains("    4 |   主机: { nisc: 3 }\n      |           ^^^^\n")
        .endsWith("2 errors. Nothing was run.\n");
  }

  @Test
  void whatAThingMadeIsToldAtTheThing() {
    String twice =
        """
        name: lab
        duration: 1 s
        fabrics:
          a: { type: leaf-spine, leaves: 1, spines: 1, hosts: 1 }
          b: { type: leaf-spine, leaves: 1, spines: 1, hosts: 1, prefix: b- }
        """;
    assertThat(new Shell().input(twice).call("check", "-").err())
        .contains("-:4:6: warning: fabrics.a: b-h1.eth0 (10.0.0.1/31) and h1.eth0");
    String taken = twice.replace(", prefix: b-", "");
    assertThat(new Shell().input(taken).call("check", "-").err())
        .startsWith("-:5:6: error: fabrics.b.prefix: the fabric makes 'h1', and there is already");
  }

  @Test
  void routersThatDoNotFitAreToldWithTheirPlace() {
    String odd =
        """
        name: lab
        duration: 1 s
        routers:
          r1:
            interfaces: { p1: 10.0.1.1/24 }
            ospf: { interfaces: { p1: { area: 0 } } }
            bgp: { asn: 1, neighbors: [ { address: 10.0.1.2, remote-as: 3 } ] }
          r2:
            interfaces: { p1: 10.0.1.2/24 }
            ospf: { interfaces: { p1: { area: 1 } } }
            bgp: { asn: 2, neighbors: [ { address: 10.0.1.1, remote-as: 1 } ] }
        links: [ r1.p1 -- r2.p1 ]
        """;
    Shell.Call call = new Shell().input(odd).call("check", "-");
    assertThat(call.exit()).isZero();
    assertThat(call.err())
        .contains("-:7:31: warning: routers.r1.bgp.neighbors: 'r1' expects AS 3 at 10.0.1.2")
        .contains("-:10:31: warning: routers.r2.ospf.interfaces.p1: 'r1.p1' and 'r2.p1' are in")
        .contains("-:10:11: warning: routers.r2.ospf: area 0.0.0.1 has no border router");
  }

  @Test
  void mistakesAreObjectsWhereJsonIsWanted() {
    Shell.Call call = new Shell().input(WRONG).call("check", "-", "--format", "json");
    assertThat(call.exit()).isEqualTo(2);
    JsonNode json = JsonMapper.shared().readTree(call.out());
    assertThat(json.get("fine").asBoolean()).isFalse();
    JsonNode first = json.get("problems").get(0);
    assertThat(first.get("file").asString()).isEqualTo("-");
    assertThat(first.get("line").asInt()).isEqualTo(2);
    assertThat(first.get("column").asInt()).isEqualTo(11);
    assertThat(first.get("severity").asString()).isEqualTo("error");
    assertThat(first.get("path").asString()).isEqualTo("duration");
  }

  @Test
  void aGoodFileBesideABadOneIsToldToo() throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), "name: good\nduration: 1 s\n");
    Path bad = Files.writeString(folder.resolve("bad.yaml"), WRONG);
    Shell.Call call = new Shell().call("check", good.toString(), bad.toString());
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEqualTo("good: fine, 1 run\n");
    assertThat(call.err()).contains(bad + ":2:11: error:");
  }

  @Test
  void aWarningIsNoError() {
    Shell.Call call = new Shell().input("name: x\nduration: 1 s\nseed: 010\n").call("check", "-");
    assertThat(call.exit()).isZero();
    assertThat(call.err()).contains("-:3:7: warning:").endsWith("1 warning. Nothing was run.\n");
  }

  @Test
  void anOverrideThatIsWrongNamesItself() {
    Shell.Call call =
        new Shell()
            .input("name: x\nduration: 1 s\n")
            .call("check", "-", "--set", "hosts.h1.nics=3");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err()).contains("--set hosts.h1.nics=3");
  }

  @Test
  void aMissingFileAFolderAndAnEndlessFileAreRefused() {
    assertThat(new Shell().call("check", "no/such.yaml").err())
        .contains("there is no file 'no/such.yaml'");
    assertThat(new Shell().call("check", folder.toString()).err())
        .contains("is a folder, not a scenario file");
    if (Files.exists(Path.of("/dev/zero"))) {
      Shell.Call endless = new Shell().call("check", "/dev/zero");
      assertThat(endless.exit()).isEqualTo(2);
      assertThat(endless.err()).contains("the file is larger than 3 MiB");
    }
  }

  @Test
  void theNumberOfRunsIsTold() {
    Shell.Call call =
        new Shell()
            .input("name: x\nduration: 1 s\nclocks: {c: {}}\nvary: {clocks.c.label: 1..4}\n")
            .call("check", "-", "--set", "replications=3");
    assertThat(call.out()).isEqualTo("x: fine, 12 runs (4 configurations, 3 replications)\n");
  }
}
