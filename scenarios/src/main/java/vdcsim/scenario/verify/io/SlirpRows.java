package vdcsim.scenario.verify.io;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** The rows of throughput through user networking: iperf3 from the guest to its own host. */
final class SlirpRows implements Rows {
  private static final Pattern ROW =
      Pattern.compile("(slirp|rk)-(slirp4netns|vpnkit|vde_plug|pasta|gvisor-.*)-(\\d+)");
  private static final double MEGA = 1e6;

  /** The clock for which the cycles of a packet were chosen, by the row at MTU 1500. */
  private static final double README_GHZ = 3;

  /** The second table's machine is slower by its own row at MTU 1500: 840 to 1070 Mb/s. */
  private static final double ROOTLESSKIT_GHZ = README_GHZ * 840 / 1070;

  /**
   * Two copies and a sum, as SLIRP itself makes them, and one more: slirp4netns reads each packet
   * from its tap, where a card of QEMU would have copied it.
   */
  private static final int COPY_KIB = 1190 + 340;

  @Override
  public Optional<Plan> plan(PublishedRow row) throws UnsupportedCase {
    Matcher id = ROW.matcher(row.id());
    if (!id.matches()) {
      return Optional.empty();
    } else if (!id.group(2).equals("slirp4netns")) {
      throw new UnsupportedCase("only SLIRP is modelled of the user networks");
    }
    double clock = id.group(1).equals("rk") ? ROOTLESSKIT_GHZ : README_GHZ;
    boolean input = id.group(3).equals("1500");
    return Optional.of(
        new Plan(
            Role.inputIf(input),
            scenario(row.id(), id.group(3), clock),
            readings -> readings.median("f.goodput") / MEGA));
  }

  private static String scenario(String id, String mtu, double clock) {
    return String.format(
        Locale.ROOT,
        """
        name: %s
        about: A published figure, %s.
        warm-up: 50 ms
        duration: 250 ms
        hosts:
          h1: { cpu: { cores: 4, clock: %.4f GHz }, hypervisor: 8 GiB, ip: 192.168.1.1/24 }
          h2: {}
        links: [ h1 -- h2 ]
        vms:
          g: { on: h1, memory: 1 GiB, nics: { eth0: { attach: user, user: { copy-kib: %d }, mtu: %s } }, ip: { address: 10.0.2.15/24, gateway: 10.0.2.2 } }
        workloads:
          f: { type: tcp-stream, from: g, to: h1 }
        """,
        id.toLowerCase(Locale.ROOT),
        id,
        clock,
        COPY_KIB,
        mtu);
  }
}
