package vdcsim.kernel.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** The states that something goes through, as a spanning-tree port's; it keeps the warm-up. */
public final class StateLog implements Instrument {
  private final String name;
  private final LongSupplier clock;
  private final List<Long> timesNs = new ArrayList<>();
  private final List<String> states = new ArrayList<>();

  StateLog(String name, LongSupplier clock) {
    this.name = name;
    this.clock = clock;
  }

  /** The state is {@code state} from now on; saying so again changes nothing. */
  public void enter(String state) {
    if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
      timesNs.add(clock.getAsLong());
      states.add(state);
    }
  }

  @Override
  public Unit unit() {
    return Unit.NONE;
  }

  @Override
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    return new Measurement.States(name, timesNs, states, nowNs);
  }
}
