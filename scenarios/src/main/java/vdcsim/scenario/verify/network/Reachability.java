package vdcsim.scenario.verify.network;

import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** Whether a ping from one host to another is answered. */
final class Reachability implements Aspect {
  @Override
  public String field() {
    return "reachability";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase {
    Entries entries = new Entries();
    Fields matrix = recorded.object(field());
    for (String from : matrix.names()) {
      Fields row = matrix.object(from);
      for (String to : row.names()) {
        entries.add(path(from, to), String.valueOf(row.truth(to, false)));
      }
    }
    return entries;
  }

  private static String path(String from, String to) {
    return "reachability." + from + "." + to;
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (Phase.SentPing ping : phase.pings()) {
      boolean answered = run.metric(ping.name() + ".received") > 0;
      entries.add(path(ping.from(), ping.to()), String.valueOf(answered));
    }
    return entries;
  }
}
