package vdcsim.kernel.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/** The states that something goes through, as a spanning-tree port's; it keeps the warm-up. */
public final class StateLog implements Instrument {
  private static final long NEVER = -1;

  private final String owner;
  private final Kind kind;

  // Most things of a data centre enter one state or two: 48 bytes, with arrays 88
  // (DatacentreScale).
  private String first = "";
  private String second = "";
  private long firstNs = NEVER;
  private long secondNs = NEVER;
  private Optional<Later> later = Optional.empty();

  /** The states after the second. */
  private static final class Later {
    private long[] timesNs = new long[1];
    private String[] states = new String[1];
    private int size;

    void add(long timeNs, String state) {
      if (size == states.length) {
        timesNs = Arrays.copyOf(timesNs, 2 * size);
        states = Arrays.copyOf(states, 2 * size);
      }
      timesNs[size] = timeNs;
      states[size++] = state;
    }

    String last() {
      return states[size - 1];
    }
  }

  StateLog(String owner, Kind kind) {
    this.owner = owner;
    this.kind = kind;
  }

  /** The state is {@code state} from now on; saying so again changes nothing. */
  public void enter(String state) {
    if (firstNs == NEVER) {
      first = state;
      firstNs = kind.nowNs();
    } else if (last().equals(state)) {
      return;
    } else if (secondNs == NEVER) {
      second = state;
      secondNs = kind.nowNs();
    } else {
      if (later.isEmpty()) {
        later = Optional.of(new Later());
      }
      later.get().add(kind.nowNs(), state);
    }
  }

  private String last() {
    if (later.isPresent()) {
      return later.get().last();
    }
    return secondNs == NEVER ? first : second;
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
    List<Long> times = new ArrayList<>();
    List<String> states = new ArrayList<>();
    if (firstNs != NEVER) {
      times.add(firstNs);
      states.add(first);
    }
    if (secondNs != NEVER) {
      times.add(secondNs);
      states.add(second);
    }
    later.ifPresent(
        more -> {
          for (int i = 0; i < more.size; i++) {
            times.add(more.timesNs[i]);
            states.add(more.states[i]);
          }
        });
    return new Measurement.States(name(), times, states, nowNs);
  }
}
