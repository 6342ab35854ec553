package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** Something that measures: forgets what it saw when the warm-up ends, is read at the end. */
interface Instrument {
  String name();

  /** Whether this is its name; to be asked before the name is joined of parts for it. */
  default boolean isNamed(String name) {
    return name().equals(name);
  }

  Unit unit();

  void restart(long nowNs);

  Measurement read(long nowNs);
}
