package vdcsim.network.flow;

import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about transfers at the level of flows. */
@Doc("How a fluid flow stands for a connection of TCP.")
public record FluidSpec(
    @Key(
            value = "How it comes to its share.",
            fallback = "slow-start",
            source = "RFC 5681, 3.1; RFC 6928: 10 segments",
            example = "instant")
        StartUp startUp,
    @Key(
            value = "The receive window: at most so much each round-trip time; any unless given.",
            source = "Linux: half of net.ipv4.tcp_rmem's maximum of 6 MiB, at most",
            example = "3 MiB")
        Optional<DataSize> window,
    @Key(
            value =
                "By which power of 1/RTT it is weighed against others: 0 is max-min fair, 1"
                    + " resembles Reno over one drop-tail queue.",
            fallback = "0",
            source = "T. V. Lakshman, U. Madhow: The performance of TCP/IP, 1997: between 1 and 2")
        double rttBias) {

  public FluidSpec {
    if (!(rttBias >= 0 && rttBias <= 2)) {
      throw new Refusal("rtt-bias", "a bias lies between 0 and 2, was " + rttBias);
    }
    if (window.isPresent() && window.get().bytes() < 1) {
      throw new Refusal("window", "a window holds at least 1 B, was 0 B");
    }
  }

  /** What a transfer does of which a scenario says nothing. */
  public static final FluidSpec PLAIN = new FluidSpec(StartUp.SLOW_START, Optional.empty(), 0);
}
