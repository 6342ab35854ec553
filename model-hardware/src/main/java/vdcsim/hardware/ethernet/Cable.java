package vdcsim.hardware.ethernet;

import java.util.List;

/** A cable of a scenario, which can break in several ways. */
public interface Cable {
  /** Its name, as {@code links:} writes it. */
  String name();

  /** The names of its two ends: a port with its device, as {@code s1.p1}, or a hub or bus. */
  List<String> ends();

  /** Breaks: carrier goes at both ends, and what is on the wire is lost. */
  void fail();

  /** Carries nothing more, either way, but keeps carrier, so that nobody is told. */
  void failSilently();

  /**
   * Loses what goes towards one end, and keeps carrier; the other way still works.
   *
   * @param end one of {@link #ends}
   */
  void failTowards(String end);

  /** Works again, whatever was wrong; what a silent failure had on the wire is lost. */
  void repair();
}
