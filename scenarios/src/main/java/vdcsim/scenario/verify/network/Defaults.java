package vdcsim.scenario.verify.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What a case's topology says of all routers, by protocol. */
final class Defaults {
  private final Optional<Fields> fields;
  private final Map<String, Fields> asked = new LinkedHashMap<>();

  Defaults(Optional<Fields> fields) {
    this.fields = fields;
  }

  /** What holds for a protocol, if anything; the same object whenever it is asked for. */
  Optional<Fields> of(String protocol) throws UnreadableCase {
    if (fields.isEmpty() || !fields.get().has(protocol)) {
      return Optional.empty();
    }
    if (!asked.containsKey(protocol)) {
      asked.put(protocol, fields.get().object(protocol));
    }
    return Optional.of(asked.get(protocol));
  }

  /** Refuses the case as unsupported if a default was never asked for. */
  void expectNoOther() throws UnsupportedCase {
    if (fields.isPresent()) {
      fields.get().expectNoOther();
    }
    for (Fields protocol : asked.values()) {
      protocol.expectNoOther();
    }
  }
}
