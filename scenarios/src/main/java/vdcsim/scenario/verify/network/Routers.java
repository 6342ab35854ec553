package vdcsim.scenario.verify.network;

import java.util.List;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What routers show, each in parts: its routing table, and what its protocols know. */
final class Routers implements Aspect {
  static final String FIELD = "routers";

  private final List<RouterPart> parts;

  Routers(List<RouterPart> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    RecordedRouters all = new RecordedRouters(network, recorded.object(FIELD));
    for (String router : all.routers().names()) {
      Fields state = all.routers().object(router);
      for (RouterPart part : parts) {
        if (state.has(part.field())) {
          Fields fields = state.object(part.field());
          part.expected(entries, path(router, part.field()), fields, all);
          fields.expectNoOther();
        }
      }
      state.expectNoOther();
    }
    return entries;
  }

  private static String path(String router, String part) {
    return FIELD + "." + router + "." + part;
  }

  /** Of a router, or a part of it, of which nothing was recorded nothing is asked. */
  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    phase
        .routers()
        .forEach(
            (router, recorded) -> {
              for (RouterPart part : parts) {
                if (recorded.contains(part.field())) {
                  part.observed(entries, path(router, part.field()), router, run);
                }
              }
            });
    return entries;
  }
}
