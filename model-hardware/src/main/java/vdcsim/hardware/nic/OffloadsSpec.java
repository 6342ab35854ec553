package vdcsim.hardware.nic;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about what a card does in place of its host's software. */
@Doc("What a network card does in place of its host's software.")
public record OffloadsSpec(
    @Key(
            value =
                "Whether it cuts long segments of TCP into frames (TSO), for which it must compute"
                    + " checksums.",
            fallback = "true",
            source = "Linux, ixgbe: tcp-segmentation-offload is on")
        boolean segmentation,
    @Key(
            value = "Whether it computes and checks the checksums of TCP and UDP.",
            fallback = "true",
            source = "Linux, ixgbe: tx-checksumming and rx-checksumming are on")
        boolean checksum,
    @Key(
            value =
                "Whether it joins received segments of a connection that come between two"
                    + " interrupts (LRO). Not for a card of a bridge, which cannot send them on.",
            fallback = "false",
            source = "Linux, ixgbe: large-receive-offload is off since GRO does the same")
        boolean joining) {
  /** What holds when a scenario says nothing. */
  public static final OffloadsSpec DEFAULT = new OffloadsSpec(true, true, false);

  /** Whether it cuts: who cuts must compute the checksums of the pieces. */
  public boolean cuts() {
    return segmentation && checksum;
  }
}
