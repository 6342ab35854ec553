package vdcsim.hypervisor.migration.engine;

import java.util.Locale;

/** What a migration goes through (Clark et al. 2005, figure 1), and how it may end. */
public enum Stage {
  /** The destination is asked whether it can be reached. */
  PRE_MIGRATION,
  /** The destination keeps the memory free. */
  RESERVATION,
  /** Disks are copied, where they are not shared. */
  STORAGE,
  /** The guest is asked to give up devices that cannot move, and memory is not sent yet. */
  WAIT_UNPLUG,
  /** Memory is sent while the machine runs. */
  PRE_COPY,
  /** The machine stands still, and the rest is sent. */
  STOP_AND_COPY,
  /** The destination says that it has all, and the source gives up its copy. */
  COMMITMENT,
  /** Devices are attached at the destination, and the machine goes on. */
  ACTIVATION,
  /** The machine runs at the destination, and its pages follow. */
  POST_COPY,
  /** The way broke while pages were missing: the machine waits for its recovery. */
  POST_COPY_PAUSED,
  COMPLETED,
  FAILED;

  /** As it is shown. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
