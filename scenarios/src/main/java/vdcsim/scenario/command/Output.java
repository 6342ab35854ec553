package vdcsim.scenario.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes text, always in UTF-8. A reader that stops early, as {@code head} does, is
 * no error: the rest is dropped.
 */
final class Output {
  private final OutputStream stream;
  private final String name;
  private boolean unread;

  /** Text to {@code stream}, which complaints call {@code name}. */
  Output(OutputStream stream, String name) {
    this.stream = new BufferedOutputStream(stream, 1 << 13);
    this.name = name;
  }

  /** Writes text, and a line end after it. */
  void line(String text) throws CommandFailure {
    print(text + "\n");
  }

  /** Writes text. */
  void print(String text) throws CommandFailure {
    attempt(() -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends on what was written. */
  void flush() throws CommandFailure {
    attempt(stream::flush);
  }

  private void attempt(Write write) throws CommandFailure {
    if (unread) {
      return;
    }
    try {
      write.run();
    } catch (IOException e) {
      unread = true;
      if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
        throw new CommandFailure(
            Exit.CANNOT_WRITE, "cannot write to " + name + ": " + Reason.of(e), e);
      }
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
