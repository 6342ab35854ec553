package vdcsim.scenario.verify.measured;

import java.util.List;
import java.util.Locale;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A case of flows between two hosts through a token bucket filter at the sender, measured in real
 * time.
 *
 * @param burst as tc writes it, in which a kilobyte has 1024 bytes
 * @param limit the same
 */
record HostShaper(int rateMbps, String burst, String limit, int flows) {
  private static final double DURATION_S = 12;
  private static final double WARM_UP_S = 3;

  static HostShaper read(Fields fields) throws UnreadableCase, UnsupportedCase {
    for (String ignored : List.of("id", "total_mbps", "jain", "ping_p50_ms", "runs")) {
      fields.has(ignored);
    }
    HostShaper read =
        new HostShaper(
            fields.integer("rate_mbit"),
            size(fields.text("burst")),
            size(fields.text("limit")),
            fields.integer("flows"));
    fields.expectNoOther();
    return read;
  }

  private static String size(String tc) {
    return tc.replaceFirst("kb$", " KiB").replaceFirst("mb$", " MiB");
  }

  String scenario(String id) {
    StringBuilder text = new StringBuilder();
    line(text, "name: %s", id.toLowerCase(Locale.ROOT));
    line(text, "about: Flows through a shaper at the sender, as measured on Linux.");
    line(text, "duration: %s s", DURATION_S);
    line(text, "warm-up: %s s", WARM_UP_S);
    line(text, "hosts:");
    line(
        text,
        "  a: { nics: { eth0: { rate: 100 Gbps } }, traffic-control: { cards: { eth0: { tbf: {"
            + " rate: %d Mbps, burst: %s, limit: %s } } } } }",
        rateMbps,
        burst,
        limit);
    line(text, "  b: { nics: { eth0: { rate: 100 Gbps } } }");
    line(text, "links: [ { link: a -- b, delay: 20 us } ]");
    line(text, "workloads:");
    line(text, "  f1: { type: tcp-stream, from: a, to: b, start: 100 ms, connections: %d }", flows);
    return text.toString();
  }

  private static void line(StringBuilder text, String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  List<FigureCheck> figures(Fields fields, Readings runs) throws UnreadableCase {
    Fields total = fields.object("total_mbps");
    return List.of(
        FigureCheck.within(
            0.02,
            "goodput of all (Mbit/s)",
            new Recorded(total.number("min"), total.number("median"), total.number("max")),
            runs.median("f1.goodput") / 1e6));
  }
}
