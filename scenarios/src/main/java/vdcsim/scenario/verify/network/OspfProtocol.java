package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** OSPF as cases describe it. */
final class OspfProtocol implements RoutedProtocol {
  private static final int USUAL_HELLO_S = 10;
  private static final int USUAL_DEAD_S = 40;
  private static final int USUAL_BANDWIDTH_MBPS = 10_000;
  private static final int USUAL_REFERENCE_MBPS = 100_000;

  /** Lost updates are sent again twice, and summaries follow. */
  private static final int SETTLE_S = 40;

  @Override
  public String field() {
    return "ospf";
  }

  @Override
  public Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase {
    Settings ospf = router.settings(field());
    Settings loopback = router.settings("loopback_ospf", field());
    List<String> interfaces = interfaces(router, ospf);
    Optional<String> loopbackArea = loopback.text("area");
    if (!ospf.isSaid()) {
      return Optional.empty();
    }
    List<String> entries = new ArrayList<>();
    router.routerId().ifPresent(id -> entries.add("router-id: " + id));
    addAreas(ospf, entries);
    entries.add("interfaces: { " + String.join(", ", interfaces) + " }");
    loopbackArea.ifPresent(area -> entries.add("loopback-area: '" + area + "'"));
    addRedistribution(ospf, entries);
    addDefault(ospf, entries);
    return Optional.of("ospf: { " + String.join(", ", entries) + " }");
  }

  private List<String> interfaces(RouterFields router, Settings ospf) throws UnreadableCase {
    int reference = ospf.integer("reference_bandwidth_mbps", USUAL_REFERENCE_MBPS);
    List<String> interfaces = new ArrayList<>();
    for (RouterFields.End end : router.ends()) {
      int bandwidth = end.fields().integer("bandwidth_mbps", USUAL_BANDWIDTH_MBPS);
      Settings settings = router.settings(end, field());
      Optional<String> area = settings.text("area");
      if (area.isPresent() && settings.isSaid()) {
        interfaces.add(end.port() + ": " + port(area.get(), settings, cost(reference, bandwidth)));
      }
    }
    return interfaces;
  }

  /** As routers compute it: rounded half up, from 1 to 65535. */
  private static int cost(int referenceMbps, int bandwidthMbps) {
    long rounded = (2L * referenceMbps + bandwidthMbps) / (2L * bandwidthMbps);
    return (int) Math.max(1, Math.min(65_535, rounded));
  }

  private static String port(String area, Settings settings, int usualCost) throws UnreadableCase {
    String type =
        settings.text("type").orElse("broadcast").equals("p2p") ? "point-to-point" : "broadcast";
    return String.format(
        Locale.ROOT,
        "{ area: '%s', type: %s, cost: %d, priority: %d, hello: %d s, dead: %d s, passive: %s }",
        area,
        type,
        settings.integer("cost", usualCost),
        settings.integer("priority", 1),
        settings.integer("hello_s", USUAL_HELLO_S),
        settings.integer("dead_s", USUAL_DEAD_S),
        settings.truth("passive", false));
  }

  private static void addAreas(Settings ospf, List<String> entries)
      throws UnreadableCase, UnsupportedCase {
    Optional<Fields> areas = ospf.object("areas");
    if (areas.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (String id : areas.get().names()) {
      Fields area = areas.get().object(id);
      lines.add("'" + id + "': " + area(area));
      area.expectNoOther();
    }
    if (!lines.isEmpty()) {
      entries.add("areas: { " + String.join(", ", lines) + " }");
    }
  }

  private static String area(Fields area) throws UnreadableCase, UnsupportedCase {
    List<String> entries = new ArrayList<>();
    String type = area.optionalText("type").orElse("normal");
    boolean total = area.truth("no_summary", false);
    entries.add("type: " + (total ? "totally-" : "") + type);
    if (area.has("default_cost")) {
      entries.add("default-cost: " + area.integer("default_cost"));
    }
    List<String> ranges = new ArrayList<>();
    for (Fields range : area.objects("ranges")) {
      ranges.add(range(range));
      range.expectNoOther();
    }
    if (!ranges.isEmpty()) {
      entries.add("ranges: [" + String.join(", ", ranges) + "]");
    }
    List<String> links = area.texts("virtual_links");
    if (!links.isEmpty()) {
      entries.add("virtual-links: [" + String.join(", ", links) + "]");
    }
    return "{ " + String.join(", ", entries) + " }";
  }

  private static String range(Fields range) throws UnreadableCase {
    String cost = range.has("cost") ? ", cost: " + range.integer("cost") : "";
    boolean advertise = range.truth("advertise", true) && !range.truth("not_advertise", false);
    return "{ prefix: " + range.text("prefix") + cost + ", advertise: " + advertise + " }";
  }

  private static void addRedistribution(Settings ospf, List<String> entries)
      throws UnreadableCase, UnsupportedCase {
    List<String> lines = new ArrayList<>();
    for (Fields source : ospf.objects("redistribute")) {
      String metric = source.has("metric") ? ", metric: " + source.integer("metric") : "";
      String type = source.optionalText("type").map(t -> ", type: " + lower(t)).orElse("");
      lines.add("{ from: " + source.text("from") + metric + type + " }");
      source.expectNoOther();
    }
    if (!lines.isEmpty()) {
      entries.add("redistribute: [" + String.join(", ", lines) + "]");
    }
  }

  private static void addDefault(Settings ospf, List<String> entries)
      throws UnreadableCase, UnsupportedCase {
    Optional<Fields> said = ospf.object("default_originate");
    if (said.isPresent()) {
      Fields originate = said.get();
      String metric = originate.has("metric") ? ", metric: " + originate.integer("metric") : "";
      String type = originate.optionalText("type").map(t -> ", type: " + lower(t)).orElse("");
      boolean always = originate.truth("always", false);
      entries.add("default-originate: { always: " + always + metric + type + " }");
      originate.expectNoOther();
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public OptionalInt settleS(RouterFields router) throws UnreadableCase {
    Settings ospf = router.settings(field());
    if (!ospf.isSaid()) {
      return OptionalInt.empty();
    }
    int dead = hasVirtualLinks(ospf) ? USUAL_DEAD_S : 0;
    for (RouterFields.End end : router.ends()) {
      Settings settings = router.settings(end, field());
      if (settings.isSaid()) {
        dead = Math.max(dead, settings.integer("dead_s", USUAL_DEAD_S));
      }
    }
    return OptionalInt.of(2 * dead + SETTLE_S);
  }

  private static boolean hasVirtualLinks(Settings ospf) throws UnreadableCase {
    Optional<Fields> areas = ospf.object("areas");
    if (areas.isPresent()) {
      for (String id : areas.get().names()) {
        if (areas.get().object(id).isList("virtual_links")) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Optional<Detection> detection(RouterFields router, RouterFields.End end)
      throws UnreadableCase {
    Settings settings = router.settings(end, field());
    return settings.isSaid() && settings.has("area")
        ? Optional.of(
            Detection.hellos(
                settings.integer("hello_s", USUAL_HELLO_S),
                settings.integer("dead_s", USUAL_DEAD_S)))
        : Optional.empty();
  }

  @Override
  public Optional<RouterPart> part() {
    return Optional.of(new OspfState());
  }
}
