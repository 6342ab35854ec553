package vdcsim.scenario.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.library.Entry;
import vdcsim.scenario.library.Library;

/** Prints a commented scenario to start from. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim init > lab.yaml",
      "  vdcsim init --topic queueing -o lab.yaml"
    })
final class InitCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "",
      description = "what it is about; a wrong one lists all")
  private String topic;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write it; an existing file stays as it is")
  private Optional<Path> file = Optional.empty();

  InitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Library library = context.library().get();
    Optional<String> text = library.starter(topic);
    if (text.isEmpty()) {
      List<String> names = library.starters().stream().map(Entry::name).toList();
      throw new CommandFailure(
          Exit.WRONG,
          "there is no starter on the topic '" + topic + "'" + NearNames.hint(topic, names));
    }
    if (file.isPresent() && !file.get().toString().equals(ScenarioSource.STANDARD_INPUT)) {
      write(file.get(), text.get());
    } else {
      context.terminal().out().print(text.get());
    }
    return Exit.FINE;
  }

  private void write(Path path, String text) throws CommandFailure {
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE, "there is already a file " + path + "; it was left as it is", e);
    } catch (IOException e) {
      throw new CommandFailure(Exit.CANNOT_CREATE, "cannot write " + path + ": " + Reason.of(e), e);
    }
    context.terminal().tell("wrote " + path + "; next: vdcsim run " + path);
  }
}
