package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.Timer;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * The ages of LSAs (RFC 2328, 14): own ones are said again after half an hour, others are flushed
 * after an hour, and what is flushed leaves the database once all neighbours have confirmed it.
 * Nothing ticks: one timer waits for the next LSA that comes to an age.
 */
final class Ageing {
  /** LSRefreshTime in seconds (RFC 2328, B). */
  private static final int REFRESH_S = 1800;

  private static final long SECOND_NS = 1_000_000_000L;

  private final Ospf ospf;
  private final Timer next;
  private final Timer sweep;
  private final List<Dying> dying = new ArrayList<>();
  private long nextNs = Long.MAX_VALUE;

  /** An LSA that is being flushed. */
  private record Dying(Scope scope, LsaKey key) {}

  Ageing(Ospf ospf) {
    this.ospf = ospf;
    this.next = new Timer(ospf.simulation(), this::look);
    this.sweep = new Timer(ospf.simulation(), this::sweep);
  }

  /** An LSA has come into a database. */
  void watch(Scope scope, StoredLsa lsa) {
    long nowNs = ospf.simulation().now();
    if (lsa.isMaxAge(nowNs)) {
      dying.add(new Dying(scope, lsa.key()));
      if (!sweep.isRunning()) {
        sweep.start(SECOND_NS);
      }
      return;
    }
    waitFor(deadline(scope, lsa));
  }

  private long deadline(Scope scope, StoredLsa lsa) {
    return lsa.reaches(scope.wanted().containsKey(lsa.key()) ? REFRESH_S : Lsa.MAX_AGE);
  }

  private void waitFor(long deadlineNs) {
    if (deadlineNs < nextNs) {
      nextNs = deadlineNs;
      next.start(Math.max(0, deadlineNs - ospf.simulation().now()));
    }
  }

  private void look() {
    nextNs = Long.MAX_VALUE;
    for (Scope scope : ospf.scopes()) {
      for (StoredLsa lsa : scope.database().all()) {
        age(scope, lsa);
      }
    }
  }

  private void age(Scope scope, StoredLsa lsa) {
    long nowNs = ospf.simulation().now();
    if (deadline(scope, lsa) > nowNs) {
      waitFor(deadline(scope, lsa));
    } else if (scope.wanted().containsKey(lsa.key())) {
      ospf.own().refresh(scope, lsa.key());
    } else if (lsa.age() < Lsa.MAX_AGE) {
      StoredLsa old = lsa.flushed(nowNs);
      ospf.flooding().flood(scope, old, Optional.empty());
      scope.database().install(old);
      watch(scope, old);
      ospf.databaseChanged(lsa.key().type());
    }
  }

  /** 14: an LSA leaves when nobody is still to confirm it, and nobody compares databases. */
  private void sweep() {
    List<Dying> still = new ArrayList<>();
    for (Dying candidate : List.copyOf(dying)) {
      Optional<StoredLsa> held = candidate.scope().database().find(candidate.key());
      if (held.isEmpty() || !held.get().isMaxAge(ospf.simulation().now())) {
        continue;
      }
      if (isAwaited(candidate)) {
        still.add(candidate);
      } else {
        candidate.scope().database().remove(candidate.key());
        ospf.own().gone(candidate.scope(), candidate.key());
      }
    }
    dying.clear();
    dying.addAll(still);
    if (!dying.isEmpty()) {
      sweep.start(SECOND_NS);
    }
  }

  private static boolean isAwaited(Dying candidate) {
    for (OspfInterface over : candidate.scope().interfaces()) {
      for (Neighbour neighbour : over.neighbours()) {
        boolean exchanging = neighbour.isFlooding() && neighbour.state() != NeighbourState.FULL;
        if (exchanging || neighbour.retransmissions().contains(candidate.key())) {
          return true;
        }
      }
    }
    return false;
  }
}
