package vdcsim.kernel.world;

import java.util.List;

/**
 * Something about a world that no single thing of it could tell.
 *
 * @param thing the name of the thing at which it is told
 * @param keys where in the thing: the first of these paths that the scenario has, as {@code
 *     interfaces.eth0}; else the thing as a whole
 * @param sentence what is odd, or wrong
 * @param wrong whether the world cannot be; if not, it is only odd
 */
public record Remark(String thing, List<String> keys, String sentence, boolean wrong) {
  public Remark {
    keys = List.copyOf(keys);
  }

  /** Something that cannot be. */
  public static Remark wrong(String thing, List<String> keys, String sentence) {
    return new Remark(thing, keys, sentence, true);
  }

  /** Something that can be, but is hardly meant. */
  public static Remark odd(String thing, List<String> keys, String sentence) {
    return new Remark(thing, keys, sentence, false);
  }
}
