package vdcsim.hypervisor.memory.overcommit.tax;

import java.util.List;

/**
 * Min-funding revocation: as long as more is asked for than there is, whoever pays the fewest
 * shares for a page loses one, down to its minimum.
 *
 * <p>Revoking page by page ends where all pay the same for a page, or are at a bound. That price is
 * found by halving, and the few pages that are left over by rounding go to those who pay most.
 */
public final class MinFunding {
  /** Halving a double from its largest to its smallest value takes fewer steps. */
  private static final int HALVINGS = 200;

  private final IdleTax tax;

  /** Revocation at prices with this tax. */
  public MinFunding(IdleTax tax) {
    this.tax = tax;
  }

  /**
   * How many pages each client may have, in their order.
   *
   * @param pool pages that there are; the minima are given even where they are more
   */
  public long[] targets(long pool, List<Client> clients) {
    long asked = clients.stream().mapToLong(Client::max).sum();
    if (asked <= pool) {
      return clients.stream().mapToLong(Client::max).toArray();
    }
    double low = 0;
    double high = 1;
    while (sum(high, clients) < pool) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(middle, clients) <= pool) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double scale = low;
    long[] pages = clients.stream().mapToLong(client -> pages(scale, client)).toArray();
    giveRest(pool - sum(scale, clients), pages, clients);
    return pages;
  }

  private long sum(double scale, List<Client> clients) {
    long sum = 0;
    for (Client client : clients) {
      sum += pages(scale, client);
    }
    return sum;
  }

  /** What a client has when a page costs 1/scale shares. */
  private long pages(double scale, Client client) {
    double wanted = StrictMath.floor(scale * client.shares() / tax.price(client.active()));
    return wanted >= client.max() ? client.max() : Math.max(client.min(), (long) wanted);
  }

  private void giveRest(long rest, long[] pages, List<Client> clients) {
    for (long left = rest; left > 0; left--) {
      int best = -1;
      double most = -1;
      for (int i = 0; i < pages.length; i++) {
        double pays = tax.sharesPerPage(clients.get(i), pages[i] + 1);
        if (pages[i] < clients.get(i).max() && pays > most) {
          best = i;
          most = pays;
        }
      }
      if (best < 0) {
        return;
      }
      pages[best]++;
    }
  }
}
