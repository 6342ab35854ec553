package vdcsim.scenario.command;

/** What the exit code of a command means. */
final class Exit {
  /** All is well. */
  static final int FINE = 0;

  /** An expectation of a scenario did not hold. */
  static final int NOT_HELD = 1;

  /** The command line or a scenario is wrong; nothing was run. */
  static final int WRONG = 2;

  /** A bug of the simulator (EX_SOFTWARE of sysexits.h). */
  static final int BUG = 70;

  /** An output folder or file cannot be made (EX_CANTCREAT). */
  static final int CANNOT_CREATE = 73;

  /** Writing failed half-way (EX_IOERR). */
  static final int CANNOT_WRITE = 74;

  /** Interrupted; what had ended by then is kept (EX_TEMPFAIL). */
  static final int INTERRUPTED = 75;

  /** Interrupted twice: ended at once, as a shell says it of SIGINT. */
  static final int KILLED = 130;

  private Exit() {}
}
