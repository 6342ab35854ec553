package vdcsim.kernel.spec;

import java.util.List;

/**
 * A small text file that a scenario names, and that lies beside it or below its folder.
 *
 * @param name the name as the scenario says it
 * @param lines what it holds
 */
public record TextFile(String name, List<String> lines) {
  public TextFile {
    lines = List.copyOf(lines);
  }

  /** A refusal of a line, counted from 1, for the key that names the file. */
  public Refusal refusal(String key, int line, String message) {
    return new Refusal(key, name + ", line " + line + ": " + message);
  }
}
