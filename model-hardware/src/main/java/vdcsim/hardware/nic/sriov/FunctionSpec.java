package vdcsim.hardware.nic.sriov;

import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What the host says about a virtual function that it gives away. */
@Doc("What the host's driver sets for a virtual function.")
public record FunctionSpec(
    @Key(
            value = "The VLAN that it is in, without its machine knowing; none unless given.",
            example = "10")
        Optional<Integer> vlan,
    @Key(value = "The most that it may send; any rate unless given.", example = "200 Mbps")
        Optional<DataRate> maxRate,
    @Key(value = "Whether frames are dropped whose source is not its address.", fallback = "true")
        boolean spoofCheck,
    @Key(value = "Whether its machine may change its address.", fallback = "false") boolean trust) {
  /** What holds when a scenario says nothing. */
  public static final FunctionSpec DEFAULT =
      new FunctionSpec(Optional.empty(), Optional.empty(), true, false);

  private static final int MOST_VLAN = 4094;

  public FunctionSpec {
    if (vlan.isPresent() && (vlan.get() < 1 || vlan.get() > MOST_VLAN)) {
      throw new Refusal("vlan", "a VLAN lies between 1 and 4094, was " + vlan.get());
    }
    if (maxRate.isPresent() && maxRate.get().bitsPerSecond() == 0) {
      throw new Refusal("max-rate", "max-rate must be more than 0");
    }
  }
}
