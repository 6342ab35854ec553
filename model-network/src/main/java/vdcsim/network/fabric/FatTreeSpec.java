package vdcsim.network.fabric;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a fat tree. */
@Doc(
    "A k-ary fat tree of routers: k pods of k/2 edge and k/2 aggregation routers, (k/2)^2 cores,"
        + " k^3/4 hosts.")
@Shorthand("k")
public record FatTreeSpec(
    @Key(
            value =
                "The ports of each router, even. Makes hosts h1, h2, ... with eth0, and routers"
                    + " edge1, ... (down1, ..., up1, ...), agg1, ... (the same), core1, ... (pod1,"
                    + " ...).",
            example = "4")
        int k,
    @Key(
            value = "The rate of every cable.",
            fallback = "1 Gbps",
            source = "Al-Fares et al. 2008: all ports alike",
            example = "10 Gbps")
        DataRate rate,
    @Key(
            value = "Propagation over every cable.",
            fallback = "0 s",
            source = "about 5 ns a metre of fibre, left out unless given",
            example = "100 ns")
        Duration delay,
    @Key(
            value = "The longest packet in bytes that its interfaces send whole.",
            fallback = "1500",
            source = "RFC 894: IP over Ethernet",
            example = "9000")
        int mtu,
    @Key(
            value = "The first octet of all its addresses.",
            fallback = "10",
            source = "Al-Fares et al. 2008: 10.pod.switch.host")
        int octet,
    @Key(value = "What stands before the names of all that it makes.", example = "dc1-")
        Optional<String> prefix) {

  private static final int MOST = 48;

  public FatTreeSpec {
    if (k < 2 || k > MOST || k % 2 != 0) {
      throw new Refusal("k", "k must be even and lie between 2 and " + MOST + ", was " + k);
    }
    Site.checkOctet(octet);
    Site.checkMtu(mtu);
  }
}
