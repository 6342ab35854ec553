package vdcsim.scenario.verify.cpu;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/**
 * TCP's throughput under Xen and VMware Workstation: Barham et al. 2003, table 6. Without a monitor
 * the wire is an input, and what a packet costs the guest; what Xen adds is a hypercall for each
 * exit, what a hosted monitor adds is that of Sugerman et al. 2001.
 */
final class TtcpRows implements Rows {
  private static final Pattern ID = Pattern.compile("xen03-t6-(1500|500)-(tx|rx)-(\\w+)");
  private static final double MEGABIT = 1e6;

  /** 897 Mb/s of a program's data in frames of 1538 bytes. */
  private static final String WIRE = "952753453 bps";

  /** 2.4 GHz over the packets of 448 bytes that Linux sent and received: 602 and 544 Mb/s. */
  private static final Map<String, Long> GUEST = Map.of("tx", 14_288L, "rx", 15_812L);

  private static final String OWN =
      ", monitor: 0, guest-interrupt: 0, emulate: 0, host-send: 0, host-receive: 0, interrupt: 0,"
          + " to: driver, combine: 1";

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher id = ID.matcher(row.id());
    if (!id.matches()) {
      return Optional.empty();
    }
    return switch (id.group(3)) {
      case "Linux" ->
          plan(row, id, Role.CALIBRATION, "architecture: bare-metal, exit: 0, entry: 0", OWN);
      case "Xen" ->
          plan(row, id, Role.PREDICTION, "architecture: bare-metal, exit: 1200, entry: 1200", OWN);
      // The parts of crossing to the process are in what Sugerman et al. give for its work.
      case "VMW" -> plan(row, id, Role.PREDICTION, "architecture: hosted, crossing: 0", "");
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> plan(
      PublishedRow row, Matcher id, Role role, String vmm, String keys) {
    String direction = id.group(2).equals("tx") ? "send" : "receive";
    String text =
        String.format(
            Locale.ROOT,
            """
            name: %s
            about: A published throughput, %s.
            duration: 200 ms
            hosts: { h1: { cpu: { cores: 1, clock: 2.4 GHz, switch-time: 0 s }, vmm: { %s } } }
            workloads:
              ttcp: { type: packet-stream, on: h1, direction: %s, mtu: %s, wire: %s, moderation: 50 us, window: 90, acknowledge: 2, guest: %d%s }
            """,
            row.id().toLowerCase(Locale.ROOT),
            row.id(),
            vmm,
            direction,
            id.group(1),
            WIRE,
            GUEST.get(id.group(2)),
            keys);
    return Optional.of(new Plan(role, text, r -> r.median("ttcp.throughput") / MEGABIT));
  }
}
