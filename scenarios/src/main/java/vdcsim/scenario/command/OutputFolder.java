package vdcsim.scenario.command;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The folder of a scenario's results, made before anything runs, so that no run is in vain. */
final class OutputFolder {
  private final Path path;
  private final Deque<Path> made;

  private OutputFolder(Path path, Deque<Path> made) {
    this.path = path;
    this.made = made;
  }

  /**
   * Makes {@code out/name}, a folder of its own right below {@code out}.
   *
   * @throws CommandFailure if it cannot be made or written to, or would lead elsewhere
   */
  static OutputFolder below(Path out, String name) throws CommandFailure {
    Path path = child(out, name);
    try {
      if (Files.isSymbolicLink(path)) {
        throw new CommandFailure(
            Exit.CANNOT_CREATE,
            path + " is a symbolic link, which leads out of " + out + "; remove it");
      }
      Deque<Path> made = missing(path);
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".writable", ""));
      return new OutputFolder(path, made);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE, "cannot write to the folder " + path + ": " + Reason.of(e), e);
    }
  }

  private static Path child(Path out, String name) throws CommandFailure {
    try {
      Path path = out.resolve(name).normalize();
      if (path.getParent() != null && path.getParent().equals(out.normalize())) {
        return path;
      }
      if (out.normalize().toString().isEmpty() && path.getNameCount() == 1) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE,
          "this system cannot have a folder named '" + name + "'; use --set name=...",
          e);
    }
    throw new CommandFailure(Exit.WRONG, "'" + name + "' is not the name of a folder");
  }

  /** The folders on the way that do not exist yet, the innermost first. */
  private static Deque<Path> missing(Path path) {
    Deque<Path> missing = new ArrayDeque<>();
    Path folder = path;
    while (folder != null && Files.notExists(folder)) {
      missing.addLast(folder);
      folder = folder.getParent();
    }
    return missing;
  }

  Path path() {
    return path;
  }

  /** Removes the folders that were made, as far as nothing stands in them. */
  void discardIfEmpty() {
    try {
      for (Path folder : made) {
        Files.delete(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // Something was written there, so it stays.
    } catch (IOException e) {
      // An empty folder is left behind, which harms nobody.
    }
  }
}
