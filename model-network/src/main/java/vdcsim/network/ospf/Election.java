package vdcsim.network.ospf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * The election of a network's designated router and its backup (RFC 2328, 9.4).
 *
 * @param designated its address; {@link #NOBODY} without one
 * @param backup likewise
 */
record Election(Ipv4Address designated, Ipv4Address backup) {
  /** The address of nobody. */
  static final Ipv4Address NOBODY = new Ipv4Address(0);

  /** Before the first election. */
  static final Election NONE = new Election(NOBODY, NOBODY);

  private static final Comparator<Candidate> RANK =
      Comparator.comparingInt(Candidate::priority).thenComparing(Candidate::router);

  /**
   * A router that may be elected: its priority is not 0, and both hear each other.
   *
   * @param saysDesignated whom it holds for the designated router
   * @param saysBackup whom it holds for the backup
   */
  record Candidate(
      RouterId router,
      Ipv4Address address,
      int priority,
      Ipv4Address saysDesignated,
      Ipv4Address saysBackup) {
    boolean claimsDesignated() {
      return saysDesignated.equals(address);
    }

    boolean claimsBackup() {
      return saysBackup.equals(address);
    }

    Candidate holding(Election election) {
      return new Candidate(router, address, priority, election.designated, election.backup);
    }
  }

  /**
   * Elects anew.
   *
   * @param own this router's interface; it stands for election only if {@code candidates} holds it
   * @param candidates all that may be elected; this router says what was elected last
   */
  static Election of(Ipv4Address own, List<Candidate> candidates) {
    Optional<Candidate> self = candidates.stream().filter(c -> c.address().equals(own)).findFirst();
    Election before = self.map(c -> new Election(c.saysDesignated, c.saysBackup)).orElse(NONE);
    Election first = once(candidates);
    if (self.isEmpty() || first.role(own).equals(before.role(own))) {
      return first;
    }
    // 9.4, step 4: this router has become, or ceased to be, one of both.
    return once(
        candidates.stream().map(c -> c.address().equals(own) ? c.holding(first) : c).toList());
  }

  private static Election once(List<Candidate> candidates) {
    Optional<Candidate> backup =
        highest(candidates, c -> !c.claimsDesignated() && c.claimsBackup())
            .or(() -> highest(candidates, c -> !c.claimsDesignated()));
    Optional<Candidate> designated =
        highest(candidates, Candidate::claimsDesignated).or(() -> backup);
    return new Election(address(designated), address(backup));
  }

  private static Optional<Candidate> highest(
      List<Candidate> candidates, Predicate<Candidate> which) {
    return candidates.stream().filter(which).max(RANK);
  }

  private static Ipv4Address address(Optional<Candidate> elected) {
    return elected.map(Candidate::address).orElse(NOBODY);
  }

  /** What an interface with this address is. */
  InterfaceState role(Ipv4Address own) {
    return own.equals(designated)
        ? InterfaceState.DR
        : own.equals(backup) ? InterfaceState.BACKUP : InterfaceState.DR_OTHER;
  }
}
