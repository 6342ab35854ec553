package vdcsim.kernel.conservation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The balances of one run, by name, in the order in which models registered them.
 *
 * <pre>{@code
 * simulation.conservation().balance(
 *     "frames on s1 -- s2",
 *     List.of(term("sent", sent::total)),
 *     List.of(term("received", received::total), term("dropped", dropped::total),
 *         term("in flight", () -> inFlight)));
 * }</pre>
 *
 * <p>A term counts from the start of the run, so a counter gives its {@link
 * vdcsim.kernel.metric.Counter#total}, which the end of the warm-up leaves alone. A balance must
 * hold between any two events, not only at the end.
 */
public final class Conservation {
  private final Map<String, Balance> balances = new LinkedHashMap<>();

  /** What goes in must equal what comes out or is still there. */
  public void balance(String name, List<Term> in, List<Term> out) {
    Balance balance = new Balance(name, List.copyOf(in), List.copyOf(out));
    if (balances.putIfAbsent(name, balance) != null) {
      throw new IllegalStateException("there are two balances named '" + name + "'");
    }
  }

  /** One side's summand, with the word that a violation calls it by. */
  public static Term term(String name, LongSupplier amount) {
    return new Term(name, amount);
  }

  /** How many balances are held. */
  public int size() {
    return balances.size();
  }

  /**
   * A sentence for each balance that does not hold now, with the number of each term; empty when
   * all hold.
   */
  public List<String> violations() {
    return balances.values().stream().map(Balance::violation).flatMap(Optional::stream).toList();
  }

  /**
   * One side's summand.
   *
   * @param name as {@code dropped}
   * @param amount how much it is now, counted from the start of the run
   */
  public record Term(String name, LongSupplier amount) {}

  private record Balance(String name, List<Term> in, List<Term> out) {
    Optional<String> violation() {
      Side given = Side.of(in);
      Side found = Side.of(out);
      if (given.sum == found.sum) {
        return Optional.empty();
      }
      String difference =
          given.sum > found.sum
              ? given.sum - found.sum + " missing"
              : found.sum - given.sum + " too many";
      return Optional.of(name + ": " + given.text + ", but " + found.text + ": " + difference);
    }
  }

  /** The terms of one side as they stand now; each is asked once, so text and sum agree. */
  private record Side(String text, long sum) {
    static Side of(List<Term> terms) {
      long[] amounts = terms.stream().mapToLong(term -> term.amount.getAsLong()).toArray();
      long sum = 0;
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < amounts.length; i++) {
        sum = Math.addExact(sum, amounts[i]);
        text.append(i > 0 ? " + " : "").append(terms.get(i).name).append(' ').append(amounts[i]);
      }
      return new Side(terms.size() == 1 ? text.toString() : text + " = " + sum, sum);
    }
  }
}
