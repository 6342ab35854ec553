package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Who receives each frame that hosts send, which links it crosses, and with which tags. */
final class Frames implements Aspect {
  @Override
  public String field() {
    return "frames";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase, UnsupportedCase {
    Entries entries = new Entries();
    int number = 0;
    for (Fields frame : recorded.objects(field())) {
      if (frame.has("from")) {
        frame(entries, "frames[" + number + "]", frame);
        number++;
      }
    }
    return entries;
  }

  private static void frame(Entries entries, String path, Fields frame)
      throws UnreadableCase, UnsupportedCase {
    for (String sent : List.of("to", "eth_src", "vlan", "wait_s")) {
      frame.has(sent);
    }
    Fields receivers = frame.object("received_by");
    for (String host : receivers.names()) {
      entries.add(path + ".received_by." + host, tags(receivers.texts(host)));
    }
    Map<String, List<String>> arrivals = new TreeMap<>();
    for (Node arrival : frame.items("arrivals")) {
      arrival(frame, arrival, arrivals);
    }
    arrivals(entries, path, arrivals);
    entries.add(path + ".arrival_count", String.valueOf(frame.integer("arrival_count")));
    frame.expectNoOther();
  }

  private static void arrival(Fields frame, Node arrival, Map<String, List<String>> arrivals)
      throws UnreadableCase {
    String where = frame.path() + ".arrivals";
    if (!(arrival instanceof Node.Sequence parts) || parts.items().size() != 3) {
      throw frame.wrong("arrivals", "an arrival is a list of a link, a node and tags");
    }
    List<String> ends =
        frame.texts(new Node.Sequence(parts.items().subList(0, 2), parts.place()), where);
    String tags = tags(frame.texts(parts.items().get(2), where));
    arrivals.computeIfAbsent(ends.get(0) + "->" + ends.get(1), key -> new ArrayList<>()).add(tags);
  }

  /** Copies of a frame that arrive at the same place are one entry. */
  private static void arrivals(Entries entries, String path, Map<String, List<String>> arrivals) {
    arrivals.forEach(
        (place, tags) ->
            entries.add(
                path + ".arrivals." + place, String.join(" + ", tags.stream().sorted().toList())));
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Entries entries = new Entries();
    for (int i = 0; i < phase.frames().size(); i++) {
      String path = "frames[" + i + "]";
      Map<String, String> receivers = new TreeMap<>();
      Map<String, List<String>> arrivals = new TreeMap<>();
      int count = 0;
      for (Wiretap.Arrival arrival : run.wiretap().arrivals(phase.frames().get(i).number())) {
        count++;
        arrivals
            .computeIfAbsent(arrival.place(), key -> new ArrayList<>())
            .add(tags(arrival.tags()));
        if (run.network().devices().get(arrival.node()) instanceof Device.Host) {
          receivers.putIfAbsent(arrival.node(), tags(arrival.tags()));
        }
      }
      receivers.forEach((host, tags) -> entries.add(path + ".received_by." + host, tags));
      arrivals(entries, path, arrivals);
      entries.add(path + ".arrival_count", String.valueOf(count));
    }
    return entries;
  }

  /** Tags as one text, the outermost first. */
  static String tags(List<String> vlans) {
    return vlans.isEmpty() ? "untagged" : String.join(",", vlans);
  }
}
