package vdcsim.hardware.disk;

import vdcsim.kernel.EventHandler;

/** The way between a disk and the host's memory. */
interface HostLink {
  /** The disk learns of a command. */
  void command(EventHandler whenKnown, int kind, Object reference);

  /** Data go to the host, and the host is told. */
  void toHost(long bytes, EventHandler whenThere, int kind, Object reference);

  /** Data come from the host. */
  void fromHost(long bytes, EventHandler whenThere, int kind, Object reference);
}
