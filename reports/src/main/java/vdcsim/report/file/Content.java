package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;

/** What goes into a file. */
@FunctionalInterface
public interface Content {
  /** Writes it; the stream is closed by the caller. */
  void writeTo(OutputStream out) throws IOException;
}
