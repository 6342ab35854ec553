package vdcsim.hypervisor.slirp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Address;

/** What a scenario says about QEMU's user networking. */
@Doc(
    "QEMU's user networking (SLIRP): the guest is 10.0.2.15, its gateway 10.0.2.2, its name server"
        + " 10.0.2.3.")
public record SlirpSpec(
    @Key(
            value = "Whether QEMU may ping for its guest.",
            fallback = "default",
            source = "Linux, net.ipv4.ping_group_range: 1 0, nobody")
        PingRight ping,
    @Key(
            value = "Ports of the host that lead to ports of the guest, of tcp or as '53/udp'.",
            example = "{ 2222: 22, 5353/udp: 53 }")
        Map<String, Integer> forward,
    @Key(value = "The name server of the host, to which 10.0.2.3 leads.", example = "192.168.1.1")
        Optional<String> dns,
    @Key(
            value = "Cycles of QEMU's main loop for each packet, either way.",
            fallback = "15400",
            source = "slirp4netns, README: 1070 Mb/s at MTU 1500 keep one core of 3 GHz busy")
        int packet,
    @Key(
            value = "Cycles to copy 1024 bytes and sum them up, either way.",
            fallback = "1190",
            source =
                "two copies at 9 GB/s and 3 GHz, as STREAM has it; libslirp, cksum.c adds 2 bytes a"
                    + " cycle")
        int copyKib) {
  /** All of it as a scenario has it that says nothing. */
  public static final SlirpSpec DEFAULT =
      new SlirpSpec(PingRight.DEFAULT, Map.of(), Optional.empty(), 15_400, 1190);

  public SlirpSpec {
    forward = new LinkedHashMap<>(forward);
    forward.forEach(
        (host, guest) -> {
          if (!host.matches("\\d{1,5}(/tcp|/udp)?")) {
            throw new Refusal("forward", "a port reads as '80' or '53/udp', was '" + host + "'");
          }
          check(Forward.of(host, guest).hostPort());
          check(guest);
        });
    dns.ifPresent(SlirpSpec::checkDns);
    if (packet < 0 || copyKib < 0) {
      throw new Refusal(packet < 0 ? "packet" : "copy-kib", "cycles cannot be negative");
    }
  }

  private static void check(int port) {
    if (port < 1 || port > 0xFFFF) {
      throw new Refusal("forward", "a port lies between 1 and 65535, was " + port);
    }
  }

  private static void checkDns(String text) {
    try {
      Ipv4Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal("dns", e.getMessage());
    }
  }
}
