package vdcsim.kernel.metric;

import vdcsim.kernel.quantity.Unit;

/**
 * What is measured of many things, said once for all of them (DatacentreScale: 8 bytes less an
 * instrument).
 *
 * @param what the end of their names, as {@code .guests}
 * @param metrics whose instruments they are
 * @param start where the states of each of them begin
 */
record Kind(String what, Unit unit, Metrics metrics, Visit start) {
  /** The name of the one that is measured of {@code owner}. */
  String nameOf(String owner) {
    return owner + what;
  }

  /** Whether a name is that of the one that is measured of {@code owner}; it joins nothing. */
  boolean isNameOf(String owner, String name) {
    return name.length() == owner.length() + what.length()
        && name.startsWith(owner)
        && name.endsWith(what);
  }

  long nowNs() {
    return metrics.nowNs();
  }
}
