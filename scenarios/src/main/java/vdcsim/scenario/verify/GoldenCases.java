package vdcsim.scenario.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** Where golden cases come from: this program, or files and folders. */
public final class GoldenCases {
  private static final List<String> FOLDERS =
      List.of(
          "/vdcsim/scenario/golden/network/",
          "/vdcsim/scenario/golden/measured/",
          "/vdcsim/scenario/golden/published/");
  private static final String INDEX = "index.txt";
  private static final List<String> SUFFIXES = List.of(".json", ".csv");

  private GoldenCases() {}

  /** The cases of this program, in the order of their names. */
  public static List<GoldenCase> bundled() {
    List<GoldenCase> cases = new ArrayList<>();
    for (String folder : FOLDERS) {
      String index = new String(resource(folder + INDEX), StandardCharsets.UTF_8);
      for (String name : index.lines().toList()) {
        try {
          cases.addAll(GoldenCase.readAll(name, resource(folder + name)));
        } catch (UnreadableCase e) {
          throw new IllegalStateException("a case of this program is broken: " + e.sentence(), e);
        }
      }
    }
    return cases;
  }

  private static byte[] resource(String name) {
    try (InputStream in = GoldenCases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this program lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The cases of a file, or of all JSON files and tables in a folder and below, in the order of
   * their names.
   *
   * @throws IOException if the file or folder cannot be read
   * @throws UnreadableCase if one of them is no case
   */
  public static List<GoldenCase> read(Path path) throws IOException, UnreadableCase {
    List<GoldenCase> cases = new ArrayList<>();
    for (Path file : files(path)) {
      cases.addAll(GoldenCase.readAll(file.toString(), Files.readAllBytes(file)));
    }
    return cases;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SUFFIXES.stream().anyMatch(file.getFileName().toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
