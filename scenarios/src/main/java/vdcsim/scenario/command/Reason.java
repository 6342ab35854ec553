package vdcsim.scenario.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file cannot be read or written. */
final class Reason {
  private Reason() {}

  /** The reason in words, the file named where the system names it. */
  static String of(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    } else if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " exists and is not a folder";
    } else if (e instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /** The failure of writing a report half-way. */
  static CommandFailure unwritten(Path folder, IOException e) {
    return new CommandFailure(
        Exit.CANNOT_WRITE,
        "the report in " + folder + " is not complete, it has no run.json: " + of(e),
        e);
  }
}
