package vdcsim.scenario.verify.schedulers;

import java.util.OptionalDouble;
import vdcsim.hardware.cpu.credit.Credit;
import vdcsim.hardware.cpu.credit.Priority;
import vdcsim.hardware.cpu.credit.Turn;
import vdcsim.hardware.cpu.credit2.Credit2;
import vdcsim.hardware.cpu.fair.Cfs;
import vdcsim.hardware.cpu.fair.ControlGroupWeight;
import vdcsim.hardware.cpu.fair.Eevdf;
import vdcsim.hardware.cpu.fair.Nice;
import vdcsim.hardware.cpu.fair.Quota;
import vdcsim.hardware.cpu.fair.Tunables;

/** What the schedulers of the simulator count with, by the name of a published row. */
final class Defaults {
  private static final double MILLI = 1e-6;
  private static final long TICK_NS = 4_000_000;

  private Defaults() {}

  /** A row's figure in the row's unit; none if it is no constant of the models. */
  static OptionalDouble of(String id) {
    try {
      return figure(id);
    } catch (IllegalArgumentException e) {
      // A number that is none, or lies outside what the kernel takes.
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble figure(String id) {
    if (id.startsWith("cfs-weight-nice")) {
      long weight = Nice.weight(number(id.substring("cfs-weight-nice".length())));
      return OptionalDouble.of((double) weight);
    }
    if (id.startsWith("cgw-")) {
      return OptionalDouble.of(weight(id));
    }
    if (id.endsWith("cpu")) {
      return scaled(id);
    }
    if (id.startsWith("xen-credit-cap")) {
      return OptionalDouble.of(
          (double) Turn.USUAL.ofCap(number(id.substring("xen-credit-cap".length()))));
    }
    if (id.startsWith("xen-credit2-")) {
      return credit2(id);
    }
    return id.startsWith("xen-credit-") ? credit(id) : fair(id);
  }

  private static int number(String text) {
    return Integer.parseInt(text.startsWith("+") ? text.substring(1) : text);
  }

  /** As {@code cgw-old-1024}. */
  private static double weight(String id) {
    String rest = id.substring(id.lastIndexOf('-') + 1);
    if (id.startsWith("cgw-old-")) {
      return ControlGroupWeight.linear(number(rest));
    }
    return id.startsWith("cgw-new-")
        ? ControlGroupWeight.quadratic(number(rest))
        : ControlGroupWeight.USUAL;
  }

  /** As {@code cfs-latency-4cpu}. */
  private static OptionalDouble scaled(String id) {
    int dash = id.lastIndexOf('-');
    int cpus = number(id.substring(dash + 1, id.length() - "cpu".length()));
    Cfs cfs = Cfs.linux(cpus);
    return switch (id.substring(0, dash)) {
      case "cfs-latency" -> OptionalDouble.of(cfs.latencyNs() * MILLI);
      case "cfs-mingran" -> OptionalDouble.of(cfs.minGranularityNs() * MILLI);
      case "cfs-wakegran" -> OptionalDouble.of(cfs.wakeupGranularityNs() * MILLI);
      case "eevdf-slice" -> OptionalDouble.of(Eevdf.linux(cpus, TICK_NS).sliceNs() * MILLI);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble credit(String id) {
    return switch (id) {
      case "xen-credit-default-weight" -> OptionalDouble.of(Credit.USUAL_WEIGHT);
      case "xen-credit-tslice" -> OptionalDouble.of(Credit.SLICE_NS * MILLI);
      case "xen-credit-tslice-min" -> OptionalDouble.of(Turn.LEAST_NS * MILLI);
      case "xen-credit-tslice-max" -> OptionalDouble.of(Turn.LONGEST_NS * MILLI);
      case "xen-credit-ticks-per-tslice" -> OptionalDouble.of(Credit.TICKS);
      case "xen-credit-credits-per-ms" -> OptionalDouble.of(Credit.PER_MILLISECOND);
      case "xen-credit-ratelimit" -> OptionalDouble.of(Credit.RATE_LIMIT_NS / 1e3);
      case "xen-credit-credits-per-tslice" -> OptionalDouble.of((double) Turn.USUAL.credits());
      case "xen-credit-pri-boost" -> OptionalDouble.of(Priority.BOOST.value());
      case "xen-credit-pri-under" -> OptionalDouble.of(Priority.UNDER.value());
      case "xen-credit-pri-over" -> OptionalDouble.of(Priority.OVER.value());
      case "xen-credit-pri-idle" -> OptionalDouble.of(Priority.IDLE.value());
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble credit2(String id) {
    return switch (id) {
      case "xen-credit2-default-weight" -> OptionalDouble.of(Credit2.USUAL_WEIGHT);
      case "xen-credit2-credit-init" -> OptionalDouble.of(Credit2.INITIAL_NS * MILLI);
      case "xen-credit2-min-timer" -> OptionalDouble.of(Credit2.LEAST_TURN_NS / 1e3);
      case "xen-credit2-migrate-compensation" -> OptionalDouble.of(Credit2.MOVED_NS / 1e3);
      case "xen-credit2-tickle-tolerance" -> OptionalDouble.of(Credit2.TOLERANCE_NS / 1e3);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble fair(String id) {
    return switch (id) {
      case "cfs-latency" -> OptionalDouble.of(Tunables.LATENCY_NS * MILLI);
      case "cfs-min-granularity" -> OptionalDouble.of(Tunables.MIN_GRANULARITY_NS * MILLI);
      case "cfs-idle-min-granularity" ->
          OptionalDouble.of(Tunables.IDLE_MIN_GRANULARITY_NS * MILLI);
      case "cfs-wakeup-granularity" -> OptionalDouble.of(Tunables.WAKEUP_GRANULARITY_NS * MILLI);
      // So many run in the latency before the period grows.
      case "cfs-nr-latency" ->
          OptionalDouble.of((double) Tunables.LATENCY_NS / Tunables.MIN_GRANULARITY_NS);
      case "cfs-bandwidth-slice" -> OptionalDouble.of(Tunables.BANDWIDTH_SLICE_NS * MILLI);
      case "cfs-bwc-period" -> OptionalDouble.of(Quota.NONE.periodNs() * MILLI);
      case "cfs-min-cfs-rq-runtime" -> OptionalDouble.of(Tunables.KEPT_RUNTIME_NS * MILLI);
      case "cfs-quota-min" -> OptionalDouble.of(Quota.LEAST_NS * MILLI);
      case "cfs-period-max" -> OptionalDouble.of(Quota.LONGEST_PERIOD_NS * MILLI);
      case "eevdf-slice-66" -> OptionalDouble.of(Tunables.EARLIER_BASE_SLICE_NS * MILLI);
      case "eevdf-slice-new" -> OptionalDouble.of(Tunables.BASE_SLICE_NS * MILLI);
      default -> OptionalDouble.empty();
    };
  }
}
