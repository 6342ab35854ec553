package vdcsim.scenario.verify.io;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * Pings of a guest through user networking, three to the gateway and three beyond.
 *
 * @param right what QEMU may do, as a scenario writes it
 */
record PingCase(String right, double gateway, double beyond) {
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s+(\\d+).*");

  /** The group of an ordinary user, as distributions number the first one. */
  private static final long ORDINARY_GROUP = 1000;

  /** Whether a case is such a one. */
  static boolean isOne(Fields fields) {
    return fields.has("ping_group_range");
  }

  static PingCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    fields.has("id");
    String range = fields.text("ping_group_range");
    String user = fields.text("qemu_user");
    PingCase read =
        new PingCase(
            right(user, range),
            fields.number("gateway_replies_of_3"),
            fields.number("beyond_nat_replies_of_3"));
    fields.expectNoOther();
    return read;
  }

  private static String right(String user, String range) throws UnsupportedCase {
    Matcher groups = RANGE.matcher(range);
    if (!groups.matches()) {
      throw new UnsupportedCase("a range of groups is two numbers, was '" + range + "'");
    } else if (user.equals("root")) {
      return "root";
    }
    boolean within =
        Long.parseLong(groups.group(1)) <= ORDINARY_GROUP
            && ORDINARY_GROUP <= Long.parseLong(groups.group(2));
    return within ? "allowed" : "default";
  }

  String scenario(String id) {
    return """
    name: %s
    about: A measured case, %s.
    duration: 5 s
    hosts:
      h1: { hypervisor: 8 GiB, ip: 192.168.1.1/24 }
      beyond: { ip: 192.168.1.2/24 }
    links: [ h1 -- beyond ]
    vms:
      g:
        on: h1
        memory: 1 GiB
        nics: { eth0: { attach: user, user: { ping: %s } } }
        ip: { address: 10.0.2.15/24, gateway: 10.0.2.2 }
    workloads:
      near: { type: ping, from: g, to: 10.0.2.2, count: 3 }
      far: { type: ping, from: g, to: beyond, count: 3 }
    """
        .formatted(id.toLowerCase(Locale.ROOT), id, right);
  }

  List<FigureCheck> figures(Readings run) {
    return List.of(
        check("replies of the gateway", gateway, run, "near.received"),
        check("replies from beyond", beyond, run, "far.received"));
  }

  private static FigureCheck check(String what, double measured, Readings run, String metric) {
    double simulated = run.median(metric);
    return FigureCheck.near(0, what, new Recorded(measured, measured, measured), simulated);
  }
}
