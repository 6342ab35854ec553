package vdcsim.scenario.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.yaml.Beside;
import vdcsim.scenario.language.yaml.Printable;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.library.Library;

/**
 * The text of a scenario that somebody named: a file, {@code -} for standard input, or the name of
 * a library scenario. A name of the library wins over a file of the same name; {@code ./name} means
 * the file.
 */
final class ScenarioSource {
  static final String STANDARD_INPUT = "-";

  /** More is refused anyway, so it is not read: the file may be endless. */
  private static final int MOST = SourceText.MOST_BYTES + 1;

  private final String label;
  private final byte[] bytes;
  private final Beside beside;

  private ScenarioSource(String label, byte[] bytes, Beside beside) {
    this.label = label;
    this.bytes = bytes;
    this.beside = beside;
  }

  /** Reads the scenario; its problems bear the name by which the user called it. */
  Scenario read(Context context, List<String> overrides) throws RefusedScenario {
    return new ScenarioReader(context.language().get()).read(label, bytes, overrides, beside);
  }

  /** What the user called it. */
  String label() {
    return label;
  }

  /** Finds and reads a scenario. */
  static ScenarioSource named(String name, Context context) throws CommandFailure {
    try {
      Optional<String> ofLibrary = context.library().get().source(name);
      if (ofLibrary.isPresent()) {
        return new ScenarioSource(
            name, ofLibrary.get().getBytes(StandardCharsets.UTF_8), Beside.NOTHING);
      }
      if (name.equals(STANDARD_INPUT)) {
        return new ScenarioSource(name, context.terminal().in().readNBytes(MOST), Beside.NOTHING);
      }
      return ofFile(name, context);
    } catch (IOException e) {
      throw new CommandFailure(Exit.WRONG, "cannot read " + shown(name) + ": " + Reason.of(e), e);
    }
  }

  private static ScenarioSource ofFile(String name, Context context)
      throws IOException, CommandFailure {
    Optional<Path> file = path(name);
    if (file.filter(Files::exists).isEmpty()) {
      throw new CommandFailure(Exit.WRONG, missing(name, context));
    }
    if (Files.isDirectory(file.get())) {
      throw new CommandFailure(Exit.WRONG, shown(name) + " is a folder, not a scenario file");
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      return new ScenarioSource(
          Printable.line(name), in.readNBytes(MOST), new FolderFiles(file.get()));
    }
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String missing(String name, Context context) {
    boolean isFile = name.matches(".*([/\\\\]|\\.ya?ml$).*");
    return isFile
        ? "there is no file " + shown(name)
        : "there is neither a file nor a library scenario named "
            + shown(name)
            + near(name, context.library().get());
  }

  /** The end of a sentence on a name that the library does not have. */
  static String near(String name, Library library) {
    List<String> near = library.near(name);
    return near.isEmpty()
        ? "; 'vdcsim list' shows the library"
        : "; did you mean '" + near.get(0) + "'?";
  }

  /** A name as a message quotes it. */
  static String shown(String name) {
    return "'" + Printable.shorten(name) + "'";
  }
}
