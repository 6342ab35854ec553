package vdcsim.report.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one run's results. */
public final class Folder {
  private static final String UNFINISHED = ".unfinished";

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /** The folder at a path; it is made where it is missing. */
  public static Folder at(Path path) throws IOException {
    return new Folder(Files.createDirectories(path).toRealPath());
  }

  /** Where a file of this folder is, whether it exists or not. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Writes a file whole, in place of an earlier one. */
  public Path write(String name, String text) throws IOException {
    return write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a file whole, in place of an earlier one. */
  public Path write(String name, Content content) throws IOException {
    Path file = place(name);
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        content.writeTo(out);
      }
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return file;
  }

  /** Removes a file, if there is one. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(place(name));
  }

  /** The files of a folder below this one whose names end so, in the order of their names. */
  List<String> all(String below, String ending) throws IOException {
    Path inner = path.resolve(below);
    if (!Files.isDirectory(inner)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inner)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> below + file.getFileName())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private Path place(String name) throws IOException {
    Path file = path.resolve(name).normalize();
    Path parent = file.getParent();
    if (!file.startsWith(path) || file.equals(path)) {
      throw new IOException("'" + name + "' is not a file of the folder " + path);
    }
    Files.createDirectories(parent);
    if (!parent.toRealPath().equals(parent)) {
      throw new IOException(parent + " leads out of the results' folder; remove the link");
    }
    return file;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
