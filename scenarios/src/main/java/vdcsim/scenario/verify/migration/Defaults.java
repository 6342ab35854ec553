package vdcsim.scenario.verify.migration;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import vdcsim.hypervisor.migration.MigrateSpec;
import vdcsim.hypervisor.migration.MultifdSpec;
import vdcsim.hypervisor.migration.XbzrleSpec;
import vdcsim.kernel.spec.Key;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/** What holds where a scenario says nothing, as the keys declare it. */
final class Defaults {
  private static final double BITS = 8;
  private static final double MIB = 1 << 20;

  private Defaults() {}

  static Optional<Plan> of(PublishedRow row) {
    return switch (row.id()) {
      case "qemu-downtime-limit" -> shown(row, MigrateSpec.class, "downtimeLimit", 1);
      case "qemu-max-bandwidth" -> shown(row, MigrateSpec.class, "maxBandwidth", 1 / BITS);
      case "qemu-xbzrle-cache-size" -> shown(row, XbzrleSpec.class, "cache", MIB);
      case "qemu-multifd-channels" -> shown(row, MultifdSpec.class, "channels", 1);
      default -> Optional.empty();
    };
  }

  /** The number before the unit, in the unit of the row. */
  private static Optional<Plan> shown(
      PublishedRow row, Class<? extends Record> spec, String name, double factor) {
    String text = new MovingGuest(row.id()).lasts(1).memory(MIB, "").migrates("").text();
    double number = Double.parseDouble(fallback(spec, name).split(" ")[0]);
    return Optional.of(Plan.input(text, r -> number * factor));
  }

  private static String fallback(Class<? extends Record> spec, String name) {
    for (RecordComponent component : spec.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getAnnotation(Key.class).fallback();
      }
    }
    throw new IllegalArgumentException(spec + " has no " + name);
  }
}
