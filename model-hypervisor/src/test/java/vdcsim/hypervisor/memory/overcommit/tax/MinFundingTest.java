package vdcsim.hypervisor.memory.overcommit.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;

class MinFundingTest {
  private static final IdleTax NONE = new IdleTax(0);
  private static final IdleTax USUAL = new IdleTax(0.75);

  @Test
  void anIdlePageCostsFourTimesAnActiveOneAtTheUsualTax() {
    assertThat(USUAL.idleCost()).isEqualTo(4);
    // f = 0.5: 0.5 + 4 * 0.5 = 2.5, so 100 shares for 50 pages are 100 / 125.
    assertThat(USUAL.price(0.5)).isEqualTo(2.5);
    assertThat(USUAL.sharesPerPage(new Client(0, 100, 100, 0.5), 50)).isEqualTo(0.8);
    assertThat(NONE.sharesPerPage(new Client(0, 100, 100, 0.5), 50)).isEqualTo(2);
  }

  @Test
  void withoutTaxEqualSharesGiveEqualMemory() {
    List<Client> clients = List.of(new Client(0, 256, 10, 0.2), new Client(0, 256, 10, 1));
    assertThat(new MinFunding(NONE).targets(358, clients)).containsExactly(179, 179);
  }

  @Test
  void withTaxTheIdleOnePaysForItsIdleMemory() {
    // Prices 0.2 + 4 * 0.8 = 3.4 and 1: 358 are divided as 1 to 3.4, 81.4 and 276.6.
    List<Client> free = List.of(new Client(0, 1000, 10, 0.2), new Client(0, 1000, 10, 1));
    assertThat(new MinFunding(USUAL).targets(358, free)).containsExactly(81, 277);
    List<Client> capped = List.of(new Client(0, 256, 10, 0.2), new Client(0, 256, 10, 1));
    assertThat(new MinFunding(USUAL).targets(358, capped)).containsExactly(102, 256);
    List<Client> guarded = List.of(new Client(120, 256, 10, 0.2), new Client(0, 256, 10, 1));
    assertThat(new MinFunding(USUAL).targets(358, guarded)).containsExactly(120, 238);
  }

  @Test
  void nobodyLosesAPageWhereThereIsEnough() {
    List<Client> clients = List.of(new Client(0, 100, 1, 0), new Client(0, 200, 1000, 1));
    assertThat(new MinFunding(USUAL).targets(300, clients)).containsExactly(100, 200);
  }

  @Test
  void minimaAreKeptEvenIfTheyAreMoreThanThereIs() {
    List<Client> clients = List.of(new Client(60, 100, 1, 0), new Client(70, 200, 1, 1));
    assertThat(new MinFunding(USUAL).targets(100, clients)).containsExactly(60, 70);
  }

  @Test
  void theOutcomeIsThatOfRevokingPageByPage() {
    RandomStream random = new RandomStreams(5, 0).stream("clients");
    for (int world = 0; world < 200; world++) {
      List<Client> clients = new ArrayList<>();
      long most = 0;
      long least = 0;
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        long max = 1 + random.nextInt(400);
        long min = random.nextInt((int) max);
        clients.add(new Client(min, max, 1 + random.nextInt(1000), random.nextDouble()));
        most += max;
        least += min;
      }
      long pool = least + random.nextInt((int) (most - least) + 1);
      IdleTax tax = new IdleTax(random.nextDouble() * 0.95);
      long[] targets = new MinFunding(tax).targets(pool, clients);
      long[] revoked = revoke(pool, clients, tax);
      long sum = 0;
      for (int i = 0; i < targets.length; i++) {
        assertThat(targets[i])
            .as("world %d, client %d", world, i)
            .isCloseTo(revoked[i], within(1L));
        sum += targets[i];
      }
      assertThat(sum).isEqualTo(pool);
    }
  }

  /** The definition: take a page from whoever pays the least for his, until it is enough. */
  private static long[] revoke(long pool, List<Client> clients, IdleTax tax) {
    long[] pages = clients.stream().mapToLong(Client::max).toArray();
    long sum = clients.stream().mapToLong(Client::max).sum();
    for (; sum > pool; sum--) {
      int victim = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < pages.length; i++) {
        double pays = tax.sharesPerPage(clients.get(i), pages[i]);
        if (pages[i] > clients.get(i).min() && pays < least) {
          victim = i;
          least = pays;
        }
      }
      pages[victim]--;
    }
    return pages;
  }
}
