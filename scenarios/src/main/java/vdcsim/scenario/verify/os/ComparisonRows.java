package vdcsim.scenario.verify.os;

import java.util.Optional;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/** OpenVZ, Xen and VMware beside each other: Walters et al. 2008; VServer: Soltesz et al. 2007. */
final class ComparisonRows {
  private static final double HUNDRED = 100;

  /** Kernels of the NAS benchmarks compute, and hardly call the system. */
  private static final String COMPUTE = "{ calls: { null-call: 1 }, compute: 10 ms, repeat: 1000 }";

  /** The worst that reading and writing files can be: calls with next to no work behind them. */
  private static final String FILES = "{ calls: { null-io: 1 }, repeat: 100000 }";

  /** What a server does to its files and its processes, with nothing computed: the worst, too. */
  private static final String SERVER =
      "{ calls: { open-close: 10, null-io: 100, stat: 10, create-10k: 1, delete-10k: 1,"
          + " context-switch: 10, page-fault: 20 }, repeat: 1000 }";

  private ComparisonRows() {}

  static Optional<Plan> plan(PublishedRow row) {
    return switch (row.id()) {
      case "walters-lat-base" -> Optional.of(Plan.parameter(80));
      case "walters-npb-openvz-max" -> loss(row, "os", "", COMPUTE);
      case "walters-npb-xen-max" ->
          loss(row, "hardware", ", hardware: { technique: paravirtualization }", COMPUTE);
      case "walters-npb-vmware-serial-max" ->
          loss(row, "hardware", ", hardware: { technique: binary-translation }", COMPUTE);
      case "walters-iozone-openvz-max" -> loss(row, "os", "", FILES);
      case "vserver-gain" -> Optional.of(gain(row));
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> loss(PublishedRow row, String level, String more, String phase) {
    String text = new Programs(row.id()).at("p", level, more, phase).scenario();
    return Optional.of(Plan.prediction(text, r -> (1 - r.median("p.speed")) * HUNDRED));
  }

  private static Plan gain(PublishedRow row) {
    String text =
        new Programs(row.id())
            .at("xen", "hardware", ", hardware: { technique: paravirtualization }", SERVER)
            .at("vserver", "os", ", os: { file-layers: 0 }", SERVER)
            .scenario();
    return Plan.prediction(text, r -> r.median("vserver.speed") / r.median("xen.speed"));
  }
}
