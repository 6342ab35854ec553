package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Which routers a packet passes on its way from one host to another. */
final class Paths implements Aspect {
  @Override
  public String field() {
    return "paths";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    for (Fields path : recorded.objects(field())) {
      String here = path(path.text("from"), path.text("to"));
      entries.add(here, String.join(" ", path.texts("hops")));
      path.expectNoOther();
    }
    return entries;
  }

  private static String path(String from, String to) {
    return "paths." + from + "." + to;
  }

  /** The way of the first echo request that was sent when all had settled. */
  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (Network.Path path : run.network().paths()) {
      List<String> hops = new ArrayList<>();
      for (String node : passed(run, phase, path)) {
        boolean atLayer2 = run.network().devices().get(node) instanceof Device.Switch;
        if (!atLayer2 && !hops.contains(path.to())) {
          hops.add(node);
        }
      }
      entries.add(path(path.from(), path.to()), String.join(" ", hops));
    }
    return entries;
  }

  private static List<String> passed(NetworkRun run, Phase phase, Network.Path path) {
    return run.wiretap()
        .requests(
            run.network().address(path.from()),
            run.network().address(path.to()),
            phase.settledNs(),
            phase.endNs());
  }
}
