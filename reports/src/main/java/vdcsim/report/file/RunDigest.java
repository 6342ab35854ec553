package vdcsim.report.file;

import java.util.Locale;
import vdcsim.kernel.result.Replication;

/** The digest of a run's events as files write it. */
public final class RunDigest {
  private RunDigest() {}

  /** Sixteen hexadecimal digits. */
  public static String text(Replication replication) {
    return String.format(Locale.ROOT, "%016x", replication.digest());
  }
}
