package vdcsim.network;

import java.util.List;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Kind;
import vdcsim.network.transfer.TransferSpec;
import vdcsim.network.transfer.Transfers;
import vdcsim.network.transfer.TransfersSpec;

/** What a scenario can name above IP: what hosts send each other. */
final class TransportCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "transfer",
            "Data from one host to another.",
            TransferSpec.class,
            Transfers::make),
        new Kind<>(
            "workloads",
            "transfers",
            "Data among many hosts, by a pattern.",
            TransfersSpec.class,
            Transfers::make));
  }
}
