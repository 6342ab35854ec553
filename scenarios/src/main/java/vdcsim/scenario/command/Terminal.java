package vdcsim.scenario.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The standard streams, and what is known of the terminal behind them.
 *
 * @param out standard output: results only
 * @param err standard error
 * @param in standard input
 * @param outShown whether standard output is a terminal
 * @param errShown whether standard error is a terminal
 * @param columns how wide a line may be
 * @param unicode whether more than ASCII can be shown
 * @param environment the environment's variables
 */
record Terminal(
    Output out,
    Output err,
    InputStream in,
    boolean outShown,
    boolean errShown,
    int columns,
    boolean unicode,
    Map<String, String> environment) {

  private static final int NARROWEST = 40;
  private static final int COLUMNS_OF_A_FILE = 120;

  Terminal {
    environment = new TreeMap<>(environment);
  }

  /**
   * The streams of this process. The JVM cannot tell which of them is a terminal, nor how wide it
   * is, so the launcher says it: {@code -Dvdcsim.terminal=out,err -Dvdcsim.columns=80
   * -Dvdcsim.ascii}.
   */
  static Terminal ofProcess() {
    String shown = System.getProperty("vdcsim.terminal", "");
    return new Terminal(
        new Output(new FileOutputStream(FileDescriptor.out), "standard output"),
        new Output(new FileOutputStream(FileDescriptor.err), "standard error"),
        new FileInputStream(FileDescriptor.in),
        shown.contains("out"),
        shown.contains("err"),
        columns(System.getProperty("vdcsim.columns", "")),
        System.getProperty("vdcsim.ascii") == null,
        System.getenv());
  }

  private static int columns(String text) {
    return text.matches("[1-9]\\d{0,3}")
        ? Math.max(NARROWEST, Integer.parseInt(text))
        : COLUMNS_OF_A_FILE;
  }

  /** An environment variable; empty where it is not there. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Writes a line to standard error; if that fails, there is nobody left to tell. */
  void tell(String text) {
    try {
      err.line(text);
      err.flush();
    } catch (CommandFailure e) {
      // Nobody reads standard error.
    }
  }

  /** Colours for standard output or standard error. */
  Paint paint(ColourWish wish, boolean shown) {
    return new Paint(
        switch (wish) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> automatic(shown);
        });
  }

  /** As https://no-color.org and https://bixense.com/clicolors say. */
  private boolean automatic(boolean shown) {
    String force = variable("CLICOLOR_FORCE");
    if (!variable("NO_COLOR").isEmpty()) {
      return false;
    } else if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return shown && !variable("TERM").equals("dumb") && !variable("CLICOLOR").equals("0");
  }

  /** What the user wants of colours. */
  enum ColourWish {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
