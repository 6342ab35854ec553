package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that names a file beside it. */
class FilesBesideTest {
  private static final String SCENARIO =
      """
      name: lab
      duration: 1 s
      hosts:
        h1: { cpu: { clock: 1 GHz } }
      workloads:
        guest: { type: guest-program, on: h1, technique: native, program: traces/boot.csv }
      """;

  @TempDir private Path outer;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectory(outer.resolve("lab"));
    Files.createDirectory(folder.resolve("traces"));
    Files.writeString(folder.resolve("lab.yaml"), SCENARIO);
    Files.writeString(folder.resolve("traces/boot.csv"), "phase,class,count\nboot,user,1000\n");
    Files.writeString(outer.resolve("secret.csv"), "phase,class,count\nboot,user,1\n");
  }

  private Shell.Call call(String command, String... more) {
    String[] words = new String[more.length + 2];
    words[0] = command;
    words[1] = folder.resolve("lab.yaml").toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return new Shell().call(words);
  }

  /** A thousand instructions of user code, at a cycle each. */
  @Test
  void theFileIsReadFromTheScenariosFolder() throws IOException {
    Shell.Call run = call("run", "--out", folder.resolve("out").toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("out/lab/metrics.csv")))
        .contains("guest.instructions,value,1000");
  }

  @Test
  void whatIsWrongInTheFileIsToldByCheck() throws IOException {
    Files.writeString(folder.resolve("traces/boot.csv"), "phase,class,count\nboot,usr,1000\n");
    assertThat(call("check").err())
        .contains("lab.yaml:6:")
        .contains("workloads.guest.program: traces/boot.csv, line 2: there is no class of")
        .contains("operations 'usr'; did you mean 'user'?");
  }

  @Test
  void anotherFileCanBeSet() throws IOException {
    Files.writeString(folder.resolve("other.csv"), "phase,class,count\nboot,user,77\n");
    Shell.Call run =
        call(
            "run",
            "--set",
            "workloads.guest.program=other.csv",
            "--out",
            folder.resolve("out").toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("out/lab/metrics.csv")))
        .contains("guest.instructions,value,77");
  }

  /** The same scenario with another file is another scenario. */
  @Test
  void theFileBelongsToTheScenariosHash() throws IOException {
    call("run", "--out", folder.resolve("one").toString());
    Files.writeString(folder.resolve("traces/boot.csv"), "phase,class,count\nboot,user,1001\n");
    call("run", "--out", folder.resolve("two").toString());
    assertThat(hash("one")).hasSize(64).isNotEqualTo(hash("two"));
  }

  private String hash(String out) throws IOException {
    String json = Files.readString(folder.resolve(out).resolve("lab/run.json"));
    return json.replaceFirst("(?s).*\"scenarioSha256\"\\s*:\\s*\"([0-9a-f]{64})\".*", "$1");
  }

  /** As editors of other systems write it, and as the scenario itself may have it. */
  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    String plain = Files.readString(folder.resolve("traces/boot.csv"));
    Files.writeString(folder.resolve("traces/boot.csv"), "\uFEFF" + plain);
    Shell.Call check = call("check");
    assertThat(check.exit()).as(check.err()).isZero();
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    assertThat(call("check", "--set", "workloads.guest.program=../secret.csv").err())
        .contains("'../secret.csv' lies outside of the scenario's folder");
    String absolute = outer.resolve("secret.csv").toString();
    assertThat(call("check", "--set", "workloads.guest.program=" + absolute).err())
        .contains("lies outside of the scenario's folder");
    Files.createSymbolicLink(folder.resolve("link.csv"), outer.resolve("secret.csv"));
    assertThat(call("check", "--set", "workloads.guest.program=link.csv").err())
        .contains("'link.csv' lies outside of the scenario's folder");
  }

  @Test
  void whatIsNoTextFileIsRefusedWithASentence() throws IOException {
    assertThat(call("check", "--set", "workloads.guest.program=nothing.csv").err())
        .contains("there is no file 'nothing.csv' beside the scenario");
    assertThat(call("check", "--set", "workloads.guest.program=traces").err())
        .contains("'traces' is no file");
    Files.write(folder.resolve("bytes.csv"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(call("check", "--set", "workloads.guest.program=bytes.csv").err())
        .contains("'bytes.csv' is not UTF-8 text");
    Files.write(folder.resolve("large.csv"), new byte[1024 * 1024 + 1]);
    assertThat(call("check", "--set", "workloads.guest.program=large.csv").err())
        .contains("'large.csv' is larger than 1 MiB");
    assertThat(new Shell().input(SCENARIO).call("check", "-").err())
        .contains("only a scenario in a file can name others");
  }
}
