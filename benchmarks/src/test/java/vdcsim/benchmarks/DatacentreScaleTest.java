package vdcsim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import vdcsim.benchmarks.Datacentre.Size;

/** All sides of the comparison simulate the same data centre; nothing is said about their time. */
class DatacentreScaleTest {
  private static double worst(BiFunction<Size, int[], Datacentre> maker) {
    Size size = new Size(10, 40, 100);
    int[] millions = DatacentreScale.millions(size.tasks());
    Datacentre made = maker.apply(size, millions);
    made.run();
    return DatacentreScale.worst(size, millions, made);
  }

  @Test
  void oursEndAsTheClosedFormSays() {
    assertThat(worst(OurDatacentre::new)).isLessThan(1e-9);
    assertThat(worst(BareDatacentre::new)).isLessThan(1e-9);
  }

  /** Its events are at least 0.1 s apart, and its tasks begin at 0.1 s. */
  @Test
  void cloudSimPlusEndsWithinThreePercentOfIt() {
    assertThat(worst(TheirDatacentre::new)).isLessThan(0.03);
  }
}
