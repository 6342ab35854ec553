package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a copy of the project with a Java and a Maven that only say what they do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String NOTE = "20260101-000000 vdcsim-scenarios-0.1.0.jar";

  @TempDir private Path folder;
  private Path home;

  private record Call(int exit, String out, String err) {}

  @BeforeEach
  void makeProject() throws IOException {
    home = Files.createDirectories(folder.resolve("a project"));
    Files.copy(launcher(), home.resolve("vdcsim"));
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("scenarios/pom.xml"), "<project/>");
    write(home.resolve("scenarios/src/main/java/A.java"), "class A {}");
    script("bin/mvn", "echo \"mvn $*\" >> calls\n" + built());
    script("java 17/bin/java", "pwd; printf '%s\\n' \"$@\"; [ \"$EXIT\" = '' ] || exit $EXIT");
    script("java 17/bin/javac", "");
    write(folder.resolve("java 17/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.9\"\n");
  }

  private static Path launcher() {
    Path here = Path.of("").toAbsolutePath();
    Path beside = here.resolve("vdcsim");
    return Files.isRegularFile(beside) ? beside : here.resolveSibling("vdcsim");
  }

  /** What packaging leaves behind. */
  private static String built() {
    return """
        mkdir -p target scenarios/target/vdcsim/lib
        echo '%s' | tee target/started > scenarios/target/vdcsim/started
        printf lib/other.jar > scenarios/target/vdcsim/classpath
        touch scenarios/target/vdcsim/lib/other.jar scenarios/target/vdcsim/lib/stale.jar
        touch scenarios/target/vdcsim/lib/vdcsim-scenarios-0.1.0.jar
        """
        .formatted(NOTE);
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    write(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ProcessBuilder process(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("VDCSIM_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", folder.resolve("java 17").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().merge("PATH", folder.resolve("bin").toString(), (a, b) -> b + ":" + a);
    return builder;
  }

  private static Call call(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Call(process.waitFor(), out, err);
  }

  private List<String> builds() throws IOException {
    Path calls = home.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  @Test
  void itBuildsOnceAndSaysSo() throws IOException, InterruptedException {
    Call first = call(process(home.resolve("vdcsim"), "list"));
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err()).isEqualTo("vdcsim: building (not built yet); this happens once\n");
    Call second = call(process(home.resolve("vdcsim"), "list"));
    assertThat(second.err()).isEmpty();
    assertThat(builds())
        .containsExactly("mvn -q -B -Dmaven.test.skip=true -pl scenarios -am package");
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws IOException, InterruptedException {
    call(process(home.resolve("vdcsim"), "list"));
    FileTime later =
        FileTime.fromMillis(
            Files.getLastModifiedTime(home.resolve("target/started")).toMillis() + 2000);
    Files.setLastModifiedTime(home.resolve("scenarios/src/main/java/A.java"), later);
    Call call = call(process(home.resolve("vdcsim"), "list"));
    assertThat(call.err()).contains("scenarios/src/main/java/A.java has changed");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aBuildThatDidNotEndIsMadeAgain() throws IOException, InterruptedException {
    call(process(home.resolve("vdcsim"), "list"));
    write(home.resolve("target/started"), "20270101-000000 vdcsim-scenarios-0.1.0.jar\n");
    assertThat(call(process(home.resolve("vdcsim"), "list")).exit()).isZero();
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aBuildThatFailsIsASentence() throws IOException, InterruptedException {
    script("bin/mvn", "echo 'compile error'; exit 1");
    Call call = call(process(home.resolve("vdcsim"), "list"));
    assertThat(call.exit()).isEqualTo(70);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("compile error").contains("vdcsim: the build failed");
    assertThat(home.resolve("target/vdcsim.lock")).doesNotExist();
  }

  @Test
  void throughALinkFromAnotherFolderArgumentsStayWhole() throws IOException, InterruptedException {
    call(process(home.resolve("vdcsim"), "list"));
    Files.createSymbolicLink(folder.resolve("bin/direct"), home.resolve("vdcsim"));
    Files.createSymbolicLink(folder.resolve("bin/vd"), Path.of("direct"));
    Call call = call(process(folder.resolve("bin/vd"), "run", "my lab.yaml", "", "*"));
    assertThat(call.exit()).as(call.err()).isZero();
    List<String> lines = call.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo(folder.toRealPath().toString());
    assertThat(lines).endsWith("vdcsim.scenario.command.Vdcsim", "run", "my lab.yaml", "", "*");
    Path lib = home.toRealPath().resolve("target/vdcsim/20260101-000000/lib");
    assertThat(lines)
        .contains(lib.resolve("vdcsim-scenarios-0.1.0.jar") + ":" + lib.resolve("other.jar"));
    assertThat(lib.resolve("stale.jar")).doesNotExist();
  }

  @Test
  void exitCodesAreHandedOn() throws IOException, InterruptedException {
    ProcessBuilder builder = process(home.resolve("vdcsim"), "check", "x");
    builder.environment().put("EXIT", "75");
    assertThat(call(builder).exit()).isEqualTo(75);
  }

  @Test
  void javaOptionsAreHandedOn() throws IOException, InterruptedException {
    ProcessBuilder builder = process(home.resolve("vdcsim"), "run", "x");
    builder.environment().put("VDCSIM_JAVA_OPTS", "-Xmx3g -Xss4m");
    assertThat(call(builder).out().lines()).contains("-Xmx3g", "-Xss4m");
  }

  @Test
  void twoFirstCallsBuildOnce() throws IOException, InterruptedException {
    script("bin/mvn", "echo \"mvn $*\" >> calls\nuntil [ -e go ]; do sleep 0.1; done\n" + built());
    List<Process> processes = new ArrayList<>();
    List<Reader> errors = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          process(home.resolve("vdcsim"), "list")
              .redirectOutput(folder.resolve("output-" + i).toFile())
              .start());
      errors.add(processes.get(i).errorReader(StandardCharsets.UTF_8));
      InterruptTest.readUntil(errors.get(i), i == 0 ? "building" : "waiting for it");
    }
    write(home.resolve("go"), "");
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws IOException, InterruptedException {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write(home.resolve("target/vdcsim.lock/pid"), gone.pid() + "\n");
    Call call = call(process(home.resolve("vdcsim"), "list"));
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void onlyTheLatestBuildsAreKept() throws IOException, InterruptedException {
    for (int i = 1; i <= 5; i++) {
      script("bin/mvn", built().replace("20260101-000000", "20260101-00000" + i));
      write(home.resolve("target/started"), "");
      assertThat(call(process(home.resolve("vdcsim"), "list")).exit()).isZero();
    }
    try (Stream<Path> builds = Files.list(home.resolve("target/vdcsim"))) {
      assertThat(builds).hasSize(3);
    }
  }
}
