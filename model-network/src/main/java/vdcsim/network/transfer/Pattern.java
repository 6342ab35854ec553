package vdcsim.network.transfer;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Doc;

/** Who sends to whom. */
public enum Pattern {
  @Doc("each host to each other one, as in a shuffle: first all to the next, then to the one after")
  ALL_TO_ALL {
    @Override
    List<Pair> round(int hosts, RandomStream random) {
      List<Pair> pairs = new ArrayList<>();
      for (int distance = 1; distance < hosts; distance++) {
        for (int from = 0; from < hosts; from++) {
          pairs.add(new Pair(from, (from + distance) % hosts));
        }
      }
      return pairs;
    }
  },
  @Doc("two different hosts at random, for each transfer anew")
  RANDOM_PAIRS {
    @Override
    List<Pair> round(int hosts, RandomStream random) {
      int from = random.nextInt(hosts);
      int other = random.nextInt(hosts - 1);
      return List.of(new Pair(from, other < from ? other : other + 1));
    }
  },
  @Doc("each host to one other, so that each receives from one, at random")
  PERMUTATION {
    @Override
    List<Pair> round(int hosts, RandomStream random) {
      int[] to = new int[hosts];
      for (int i = 0; i < hosts; i++) {
        to[i] = i;
      }
      // Sattolo: a random cycle, in which nobody sends to himself.
      for (int i = hosts - 1; i > 0; i--) {
        int j = random.nextInt(i);
        int swapped = to[i];
        to[i] = to[j];
        to[j] = swapped;
      }
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < hosts; i++) {
        pairs.add(new Pair(i, to[i]));
      }
      return pairs;
    }
  };

  /** Two hosts, by their numbers from 0. */
  record Pair(int from, int to) {}

  /** The pairs of one round. */
  abstract List<Pair> round(int hosts, RandomStream random);
}
