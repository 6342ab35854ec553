package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.hypervisor.memory.overcommit.tax.Client;
import vdcsim.hypervisor.memory.overcommit.tax.IdleTax;
import vdcsim.hypervisor.memory.overcommit.tax.MinFunding;

/** Divides a host's memory among its guests, and says from whom to take. */
final class Balancer {
  private final IdleTax tax;
  private final MinFunding funding;

  Balancer(double taxRate) {
    this.tax = new IdleTax(taxRate);
    this.funding = new MinFunding(tax);
  }

  /**
   * Sets every guest's target: what it needs, as far as there is enough for all, and what is left
   * besides, so that it can grow.
   *
   * @param pool frames for all pages of guests, those that sharing saves included
   */
  void balance(long pool, List<Guest> guests) {
    List<Client> clients = guests.stream().map(Guest::client).toList();
    long[] needed = funding.targets(pool, clients);
    List<Client> growing = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      Client client = clients.get(i);
      long most = guests.get(i).map().pages();
      growing.add(new Client(needed[i], most, client.shares(), client.active()));
    }
    long[] targets = funding.targets(pool, growing);
    for (int i = 0; i < targets.length; i++) {
      guests.get(i).aim(targets[i]);
    }
  }

  /**
   * From whom to take a page next: whoever pays the fewest shares for a page, of those above their
   * targets, or, if there are none, above their minima.
   */
  Optional<Guest> victim(List<Guest> guests) {
    Optional<Guest> above = poorest(guests, guest -> guest.excess() > 0);
    return above.isPresent()
        ? above
        : poorest(guests, guest -> guest.map().mapped() > guest.minPages());
  }

  /** As {@link #victim}, of those whose balloon cannot take the page. */
  Optional<Guest> victimWithoutBalloon(List<Guest> guests) {
    return poorest(guests, guest -> guest.excess() > 0 && !canBalloon(guest));
  }

  private static boolean canBalloon(Guest guest) {
    return guest.hasBalloon() && !guest.balloon().isFull();
  }

  private Optional<Guest> poorest(List<Guest> guests, Predicate<Guest> may) {
    Optional<Guest> poorest = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Guest guest : guests) {
      double pays = tax.sharesPerPage(guest.client(), guest.map().mapped());
      if (pays < least && may.test(guest)) {
        least = pays;
        poorest = Optional.of(guest);
      }
    }
    return poorest;
  }
}
