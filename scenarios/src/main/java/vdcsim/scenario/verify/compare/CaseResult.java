package vdcsim.scenario.verify.compare;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far a case holds.
 *
 * @param id the case
 * @param family its kind
 * @param reason why it is not supported; empty where it is
 * @param compared how many entries were compared
 * @param differences the entries that are not as recorded
 * @param times the times that were compared
 * @param figures the figures that were compared; they count among the entries, too
 * @param events how many events the run had
 * @param digest of the run's events
 */
public record CaseResult(
    String id,
    String family,
    String title,
    String reason,
    int compared,
    List<Difference> differences,
    List<TimeCheck> times,
    List<FigureCheck> figures,
    long events,
    long digest) {

  /** How a case ended. */
  public enum Outcome {
    EQUAL,
    DIFFERENT,
    UNSUPPORTED
  }

  public CaseResult {
    differences = List.copyOf(differences);
    times = List.copyOf(times);
    figures = List.copyOf(figures);
  }

  /** A case without figures. */
  public CaseResult(
      String id,
      String family,
      String title,
      String reason,
      int compared,
      List<Difference> differences,
      List<TimeCheck> times,
      long events,
      long digest) {
    this(id, family, title, reason, compared, differences, times, List.of(), events, digest);
  }

  /** A case that was not run. */
  public static CaseResult unsupported(String id, String family, String title, String reason) {
    return new CaseResult(id, family, title, reason, 0, List.of(), List.of(), 0, 0);
  }

  /** Whether all of it is as recorded: every entry, and every time within its tolerance. */
  public Outcome outcome() {
    if (!reason.isEmpty()) {
      return Outcome.UNSUPPORTED;
    }
    boolean equal = differences.isEmpty() && times.stream().allMatch(TimeCheck::holds);
    return equal ? Outcome.EQUAL : Outcome.DIFFERENT;
  }

  /** How many entries are as recorded. */
  public int equal() {
    return compared - differences.size();
  }

  /** The largest error of the times that are held closely, in seconds, with its sign. */
  public OptionalDouble worstTimeErrorS() {
    double worst = 0;
    boolean any = false;
    for (TimeCheck time : times) {
      if (time.isClose()) {
        worst = !any || Math.abs(time.errorS()) > Math.abs(worst) ? time.errorS() : worst;
        any = true;
      }
    }
    return any ? OptionalDouble.of(worst) : OptionalDouble.empty();
  }
}
