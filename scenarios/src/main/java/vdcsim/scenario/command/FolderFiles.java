package vdcsim.scenario.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import vdcsim.kernel.spec.TextFile;
import vdcsim.scenario.language.yaml.Beside;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Printable;
import vdcsim.scenario.language.yaml.SourceText;

/** The files in a scenario's folder and below; nothing outside is read, whatever links say. */
final class FolderFiles implements Beside {
  /** The largest file that is read, in bytes. */
  private static final int MOST = 1024 * 1024;

  private final Path folder;
  private final SortedMap<String, TextFile> known = new TreeMap<>();

  /** Those beside a scenario file. */
  FolderFiles(Path scenario) {
    this.folder = scenario.toAbsolutePath().resolveSibling("");
  }

  /** Points of a scenario are built by several threads. */
  @Override
  public synchronized TextFile text(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  @Override
  public synchronized SortedMap<String, TextFile> known() {
    return new TreeMap<>(known);
  }

  private TextFile read(String name) {
    try {
      Path file = folder.resolve(name).normalize();
      if (Path.of(name).isAbsolute() || !file.startsWith(folder.normalize())) {
        throw outside(name);
      }
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(
            "there is no file " + ScenarioSource.shown(name) + " beside the scenario");
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(name);
      }
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(ScenarioSource.shown(name) + " is no file");
      }
      return decode(name, file);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(ScenarioSource.shown(name) + " is no name of a file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read " + ScenarioSource.shown(name) + ": " + Reason.of(e), e);
    }
  }

  private static TextFile decode(String name, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST + 1);
    }
    if (bytes.length > MOST) {
      throw new IllegalArgumentException(
          ScenarioSource.shown(name) + " is larger than 1 MiB, the most that is read");
    }
    try {
      return new TextFile(Printable.line(name), SourceText.decode(name, bytes).lines());
    } catch (MalformedYaml e) {
      throw new IllegalArgumentException(ScenarioSource.shown(name) + " is not UTF-8 text", e);
    }
  }

  private static IllegalArgumentException outside(String name) {
    return new IllegalArgumentException(
        ScenarioSource.shown(name)
            + " lies outside of the scenario's folder; a scenario names files beside it or below,"
            + " as 'traces/boot.csv'");
  }
}
