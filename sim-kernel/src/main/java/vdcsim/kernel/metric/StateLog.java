package vdcsim.kernel.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** The states that something goes through, as a spanning-tree port's; it keeps the warm-up. */
public final class StateLog implements Instrument {
  private final String owner;
  private final String what;
  private final LongSupplier clock;

  // Arrays that begin small: most things of a data centre enter one state or two (DatacentreScale).
  private long[] timesNs = new long[1];
  private String[] states = new String[1];
  private int size;

  /** Its name in two parts, which are joined when somebody asks. */
  StateLog(String owner, String what, LongSupplier clock) {
    this.owner = owner;
    this.what = what;
    this.clock = clock;
  }

  /** The state is {@code state} from now on; saying so again changes nothing. */
  public void enter(String state) {
    if (size > 0 && states[size - 1].equals(state)) {
      return;
    }
    if (size == states.length) {
      timesNs = Arrays.copyOf(timesNs, 2 * size);
      states = Arrays.copyOf(states, 2 * size);
    }
    timesNs[size] = clock.getAsLong();
    states[size++] = state;
  }

  @Override
  public String name() {
    return owner + what;
  }

  @Override
  public Unit unit() {
    return Unit.NONE;
  }

  @Override
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    List<Long> times = Arrays.stream(timesNs, 0, size).boxed().toList();
    return new Measurement.States(name(), times, List.of(Arrays.copyOf(states, size)), nowNs);
  }
}
