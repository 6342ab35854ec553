package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.network.bgp.Bgp;
import vdcsim.network.bgp.SessionView;
import vdcsim.network.bgp.message.Origin;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.bgp.rib.Path;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * What a BGP speaker knows: for each network every path with all attributes, and which is best; the
 * state of each session. Paths are named after the neighbour that they came from.
 */
final class BgpState implements RouterPart {
  private static final String LOCAL = "local";

  /** Of what FRRouting has formed itself, it shows the next hop as the unspecified IPv6 address. */
  private static final String OWN_AGGREGATE = "::";

  @Override
  public String field() {
    return "bgp";
  }

  @Override
  public void expected(Entries entries, String path, Fields recorded, RecordedRouters all)
      throws UnreadableCase, UnsupportedCase {
    Fields table = recorded.object("table");
    for (String prefix : table.names()) {
      Fields network = table.object(prefix);
      // The last comparison of several, which depends on their sequence; not scored.
      network.has("reported_reason");
      for (Fields known : network.objects("paths")) {
        String peer = known.optionalText("peer").orElse(LOCAL);
        expectedPath(entries, path + ".table." + prefix + "." + peer, known);
      }
      network.expectNoOther();
    }
    Fields sessions = recorded.object("sessions");
    for (String peer : sessions.names()) {
      Fields session = sessions.object(peer);
      session.has("node");
      String here = path + ".sessions." + peer;
      copy(entries, here, session, "remote_as", "state", "prefixes_received");
      session.expectNoOther();
    }
  }

  private static void copy(Entries entries, String path, Fields fields, String... names)
      throws UnreadableCase {
    for (String name : names) {
      if (fields.has(name)) {
        entries.add(path + "." + name, fields.text(name));
      }
    }
  }

  private static void expectedPath(Entries entries, String path, Fields known)
      throws UnreadableCase, UnsupportedCase {
    known.has("from");
    known.has("next_hop_accessible");
    copy(entries, path, known, "learned", "as_path", "origin", "next_hop", "igp_metric");
    copy(entries, path, known, "valid", "best", "originator_id", "aggregator", "community");
    entries.add(path + ".local_pref", known.optionalText("local_pref").orElse("100"));
    entries.add(path + ".med", known.optionalText("med").orElse("0"));
    entries.add(path + ".weight", known.optionalText("weight").orElse("0"));
    for (String name : List.of("multipath", "atomic_aggregate")) {
      entries.add(path + "." + name, String.valueOf(known.truth(name, false)));
    }
    if (known.has("cluster_list")) {
      entries.add(path + ".cluster_list", String.join(" ", known.texts("cluster_list")));
    }
    known.expectNoOther();
  }

  @Override
  public void observed(Entries entries, String path, String router, NetworkRun run) {
    Optional<Bgp> speaker = run.world().find(router, Bgp.class);
    if (speaker.isEmpty()) {
      return;
    }
    for (Entry network : speaker.get().networks()) {
      for (Path known : network.paths()) {
        String peer = known.isLocal() ? LOCAL : known.peer().address().toString();
        observedPath(entries, path + ".table." + network.prefix() + "." + peer, network, known);
      }
    }
    for (SessionView session : speaker.get().sessions()) {
      String here = path + ".sessions." + session.neighbor();
      entries.add(here + ".remote_as", String.valueOf(session.remoteAs()));
      entries.add(here + ".state", session.state().toString());
      entries.add(here + ".prefixes_received", String.valueOf(session.prefixesReceived()));
    }
  }

  private static void observedPath(Entries entries, String path, Entry network, Path known) {
    PathAttributes attributes = known.attributes();
    if (!known.isLocal()) {
      entries.add(path + ".learned", known.peer().isExternal() ? "external" : "internal");
    }
    entries.add(path + ".as_path", attributes.asPath().toString());
    entries.add(path + ".origin", origin(attributes.origin()));
    entries.add(
        path + ".next_hop",
        known.kind() == Path.Kind.AGGREGATE ? OWN_AGGREGATE : attributes.nextHop().toString());
    if (known.isValid()) {
      entries.add(path + ".igp_metric", String.valueOf(known.igpMetric()));
    }
    boolean used = network.selection().used().contains(known);
    entries.add(path + ".valid", String.valueOf(known.isValid()));
    entries.add(path + ".best", String.valueOf(network.best().filter(known::equals).isPresent()));
    attributes.originatorId().ifPresent(id -> entries.add(path + ".originator_id", id.toString()));
    attributes.aggregator().ifPresent(by -> entries.add(path + ".aggregator", by.toString()));
    if (!attributes.communities().isEmpty()) {
      entries.add(path + ".community", joined(attributes.communities()));
    }
    entries.add(path + ".local_pref", String.valueOf(known.localPreference()));
    entries.add(path + ".med", String.valueOf(attributes.med().orElse(0L)));
    entries.add(path + ".weight", String.valueOf(known.weight()));
    entries.add(path + ".multipath", String.valueOf(used && network.selection().used().size() > 1));
    entries.add(path + ".atomic_aggregate", String.valueOf(attributes.atomicAggregate()));
    if (!attributes.clusterList().isEmpty()) {
      entries.add(path + ".cluster_list", joined(attributes.clusterList()));
    }
  }

  private static String origin(Origin origin) {
    return origin == Origin.INCOMPLETE ? origin.name().toLowerCase(Locale.ROOT) : origin.name();
  }

  private static String joined(List<?> items) {
    return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
