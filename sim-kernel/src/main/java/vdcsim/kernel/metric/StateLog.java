package vdcsim.kernel.metric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** The states that something goes through, as a spanning-tree port's; it keeps the warm-up. */
public final class StateLog implements Instrument {
  private final String owner;
  private final Kind kind;
  private Visit now;

  StateLog(String owner, Kind kind) {
    this.owner = owner;
    this.kind = kind;
    this.now = kind.start();
  }

  /** The state is {@code state} from now on; saying so again changes nothing. */
  public void enter(String state) {
    if (!now.is(state)) {
      now = now.then(kind.nowNs(), state);
    }
  }

  @Override
  public String name() {
    return kind.nameOf(owner);
  }

  @Override
  public boolean isNamed(String name) {
    return kind.isNameOf(owner, name);
  }

  @Override
  public Unit unit() {
    return Unit.NONE;
  }

  @Override
  public void restart(long nowNs) {}

  @Override
  public Measurement read(long nowNs) {
    Deque<Long> times = new ArrayDeque<>();
    Deque<String> states = new ArrayDeque<>();
    for (Visit visit = now; !visit.isNone(); visit = visit.before()) {
      times.addFirst(visit.timeNs());
      states.addFirst(visit.state());
    }
    return new Measurement.States(name(), List.copyOf(times), List.copyOf(states), nowNs);
  }
}
