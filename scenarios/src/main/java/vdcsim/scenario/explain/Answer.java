package vdcsim.scenario.explain;

import java.util.List;

/** What there is to say about a key. */
public sealed interface Answer permits Page, Answer.Unknown {

  /**
   * There is no such key.
   *
   * @param key what was asked for
   * @param near the paths and topics that may have been meant, best first; may be empty
   */
  record Unknown(String key, List<String> near) implements Answer {
    public Unknown {
      near = List.copyOf(near);
    }
  }
}
