package vdcsim.scenario.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The simulator's version. */
public final class Version {
  private Version() {}

  /**
   * As {@code 0.1.0}; from a file that the build fills, so that it is the same in and out of a jar.
   */
  public static String number() {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      if (file == null) {
        throw new IllegalStateException("the build left out version.txt");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
