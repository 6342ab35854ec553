package vdcsim.hardware.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {
  /** Pieces come and go, so that the first lies anywhere when more room is needed. */
  @Test
  void piecesAreDoneInTheOrderInWhichTheyWereAskedFor() {
    for (int before = 0; before < 9; before++) {
      Work work = new Work();
      List<Long> done = new ArrayList<>();
      long asked = 0;
      for (int i = 0; i < before; i++) {
        add(work, asked++, done);
        work.finish();
      }
      for (int i = 0; i < 30; i++) {
        add(work, asked++, done);
      }
      while (!work.isEmpty()) {
        assertThat(work.firstNs()).isEqualTo(done.size());
        work.finish();
      }
      assertThat(done).hasSize((int) asked).isSorted();
    }
  }

  private static void add(Work work, long number, List<Long> done) {
    work.add(number, (kind, argument, reference) -> done.add(argument), 0, number, work);
  }
}
