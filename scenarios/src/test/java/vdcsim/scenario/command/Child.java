package vdcsim.scenario.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a JVM of its own. */
final class Child {
  private Child() {}

  /** A process that is ready to start, with options for Java and arguments for the program. */
  static ProcessBuilder process(Path folder, List<String> javaOptions, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(javaOptions);
    command.add("vdcsim.scenario.command.Vdcsim");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /** Runs to the end; the exit code. */
  static int exit(Path folder, List<String> javaOptions, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = process(folder, javaOptions, arguments);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
    return builder.start().waitFor();
  }
}
