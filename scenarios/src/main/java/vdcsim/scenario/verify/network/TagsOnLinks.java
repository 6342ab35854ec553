package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** Which tags the frames bear that cross a link while the hosts ping each other. */
final class TagsOnLinks implements Aspect {
  @Override
  public String field() {
    return "tags_on_links";
  }

  @Override
  public Entries expected(Fields recorded, Network network) throws UnreadableCase {
    Entries entries = new Entries();
    Fields links = recorded.object(field());
    for (String place : links.names()) {
      entries.add("tags_on_links." + place, all(links.texts(place)));
    }
    return entries;
  }

  private static String all(List<String> tags) {
    return String.join(" ", new TreeSet<>(tags));
  }

  @Override
  public Entries observed(NetworkRun run, Phase phase) {
    Map<String, TreeSet<String>> byPlace = new TreeMap<>();
    for (Wiretap.Arrival arrival : run.wiretap().between(phase.settledNs(), phase.endNs())) {
      byPlace
          .computeIfAbsent(arrival.place(), place -> new TreeSet<>())
          .add(Frames.tags(arrival.tags()));
    }
    Entries entries = new Entries();
    byPlace.forEach((place, tags) -> entries.add("tags_on_links." + place, String.join(" ", tags)));
    return entries;
  }
}
