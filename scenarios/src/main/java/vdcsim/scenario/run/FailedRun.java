package vdcsim.scenario.run;

/**
 * A run that broke: a bug of the simulator, or a world too large for this machine. The message says
 * which run, so that it can be repeated.
 */
public final class FailedRun extends Exception {
  private static final long serialVersionUID = 1L;

  FailedRun(String message, Throwable cause) {
    super(message, cause);
  }

  FailedRun(String message) {
    super(message);
  }
}
