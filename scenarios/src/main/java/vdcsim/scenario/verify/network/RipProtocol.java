package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** RIP of a case: how a scenario says it, and the table that routers show. */
final class RipProtocol implements RoutedProtocol {
  static final String FIELD = "rip";

  /** Seconds: update, timeout, garbage (RFC 2453, 3.8). */
  private static final List<Integer> STANDARD_TIMERS = List.of(30, 180, 120);

  /** As many updates may pass until a route that was lost has been found anew, and counted up. */
  private static final int UPDATES = 6;

  /** The pauses after triggered updates on a long way, in seconds. */
  private static final int PAUSES_S = 60;

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase {
    Settings settings = router.settings(FIELD);
    if (!settings.isSaid()) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>();
    settings.text("version").ifPresent(version -> keys.add("version: " + version));
    keys.add("timers: " + timers(settings));
    settings.text("split_horizon").ifPresent(word -> keys.add("split-horizon: " + word));
    for (String flag : List.of("ecmp", "default_originate")) {
      if (settings.truth(flag, false)) {
        keys.add(flag.replace('_', '-') + ": true");
      }
    }
    keys.add("redistribute: " + redistribute(settings));
    keys.add("interfaces: " + interfaces(router));
    return Optional.of("rip: { " + String.join(", ", keys) + " }");
  }

  private static List<Integer> seconds(Settings settings) throws UnreadableCase {
    return settings.integers("timers", STANDARD_TIMERS);
  }

  private static String timers(Settings settings) throws UnreadableCase, UnsupportedCase {
    List<Integer> seconds = seconds(settings);
    if (seconds.size() != 3) {
      throw new UnsupportedCase("RIP has three timers, was " + seconds);
    }
    return "{ update: %d s, timeout: %d s, garbage: %d s }"
        .formatted(seconds.get(0), seconds.get(1), seconds.get(2));
  }

  private static String redistribute(Settings settings) throws UnreadableCase, UnsupportedCase {
    List<String> sources = new ArrayList<>();
    for (Fields source : settings.objects("redistribute")) {
      String metric = source.optionalText("metric").map(text -> ", metric: " + text).orElse("");
      sources.add("{ from: " + source.text("from") + metric + " }");
      source.expectNoOther();
    }
    return sources.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String interfaces(RouterFields router) throws UnreadableCase {
    Map<String, String> interfaces = new LinkedHashMap<>();
    for (RouterFields.End end : router.ends()) {
      Settings settings = router.settings(end, FIELD);
      List<String> keys = new ArrayList<>();
      if (settings.truth("passive", false)) {
        keys.add("passive: true");
      }
      settings.text("metric_in").ifPresent(metric -> keys.add("metric-in: " + metric));
      settings.text("split_horizon").ifPresent(word -> keys.add("split-horizon: " + word));
      if (!keys.isEmpty()) {
        interfaces.put(end.port(), "{ " + String.join(", ", keys) + " }");
      }
    }
    return interfaces.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  @Override
  public Optional<Detection> detection(RouterFields router, RouterFields.End end)
      throws UnreadableCase {
    Settings settings = router.settings(FIELD);
    return settings.isSaid()
        ? Optional.of(Detection.updates(seconds(settings).get(0), seconds(settings).get(1)))
        : Optional.empty();
  }

  @Override
  public OptionalInt settleS(RouterFields router) throws UnreadableCase {
    Settings settings = router.settings(FIELD);
    if (!settings.isSaid()) {
      return OptionalInt.empty();
    }
    List<Integer> seconds = seconds(settings);
    return OptionalInt.of(UPDATES * seconds.get(0) + seconds.get(1) + seconds.get(2) + PAUSES_S);
  }

  @Override
  public Optional<RouterPart> part() {
    return Optional.of(new RipTables());
  }
}
