package vdcsim.scenario.language.yaml;

import java.util.SortedMap;
import java.util.TreeMap;
import vdcsim.kernel.spec.TextFile;

/** The files beside a scenario, which it may name. */
public interface Beside {
  /** Of a scenario that is no file of a folder. */
  Beside NOTHING =
      new Beside() {
        @Override
        public TextFile text(String name) {
          throw new IllegalArgumentException(
              "only a scenario in a file can name others, which lie beside it; this one has none");
        }

        @Override
        public SortedMap<String, TextFile> known() {
          return new TreeMap<>();
        }
      };

  /**
   * A file by its name below the scenario's folder.
   *
   * @throws IllegalArgumentException with a sentence if there is no such file, or it lies
   *     elsewhere, is too large or no text
   */
  TextFile text(String name);

  /** All files that were asked for and read, by name. */
  SortedMap<String, TextFile> known();
}
