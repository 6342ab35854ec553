package vdcsim.hardware.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Refusal;

class CreditSpecTest {
  private static final Duration LIMIT = Duration.ofMillis(1);

  @ParameterizedTest
  @CsvSource({"0, slice", "1001, slice"})
  void aTurnOutOfRangeIsRefusedWithItsKey(long ms, String key) {
    assertThatThrownBy(() -> new CreditSpec(Duration.ofMillis(ms), LIMIT))
        .isInstanceOf(Refusal.class)
        .extracting(e -> ((Refusal) e).key())
        .isEqualTo(key);
  }

  @Test
  void aLimitLongerThanTheTurnIsRefusedWithItsKey() {
    assertThatThrownBy(() -> new CreditSpec(LIMIT, Duration.ofMillis(2)))
        .isInstanceOf(Refusal.class)
        .extracting(e -> ((Refusal) e).key())
        .isEqualTo("rate-limit");
  }

  @ParameterizedTest
  @CsvSource({"99999", "100000001"})
  void aSliceOfEevdfOutOfRangeIsRefused(long ns) {
    assertThatThrownBy(() -> new EevdfSpec(Duration.ofNanos(ns)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("base-slice lies between 0.1 and 100 ms");
  }

  private static CpuSpec cpu(SchedulerKind scheduler, boolean eevdf, boolean credit) {
    return new CpuSpec(
        1,
        4,
        Optional.empty(),
        Optional.empty(),
        new Frequency(1_000_000_000),
        scheduler,
        Duration.ofMillis(4),
        Duration.ZERO,
        IdleKind.NONE,
        false,
        eevdf ? Optional.of(new EevdfSpec(Duration.ofNanos(750_000))) : Optional.empty(),
        credit ? Optional.of(new CreditSpec(LIMIT, LIMIT)) : Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void whatIsOfAnotherSchedulerIsRefused() {
    assertThatThrownBy(() -> cpu(SchedulerKind.CFS, true, false))
        .hasMessageContaining("this is of the scheduler 'eevdf' alone");
    assertThatThrownBy(() -> cpu(SchedulerKind.CREDIT2, false, true))
        .hasMessageContaining("this is of the scheduler 'credit' alone");
  }

  @Test
  void theSliceIsThatOfLinuxUnlessAnotherIsSaid() {
    assertThat(cpu(SchedulerKind.EEVDF, true, false).baseSliceNs()).isEqualTo(750_000);
    assertThat(cpu(SchedulerKind.EEVDF, false, false).baseSliceNs()).isEqualTo(700_000);
  }
}
