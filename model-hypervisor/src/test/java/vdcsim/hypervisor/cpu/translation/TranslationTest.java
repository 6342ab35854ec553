package vdcsim.hypervisor.cpu.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.kernel.random.RandomStreams;

class TranslationTest {
  private static final KernelCode TEN_BLOCKS = KernelCode.loop(0, 10, 12);

  private static BinaryTranslation translator(long cache, boolean chaining, SitePolicy sites) {
    Costs costs = Costs.of(ProcessorGeneration.PENTIUM_4);
    return new BinaryTranslation(
        costs,
        new TranslationSpec(cache, chaining, sites, EvictionPolicy.FLUSH, 10),
        new RandomStreams(1, 0).stream("code"));
  }

  private static long count(BinaryTranslation translator, String what) {
    return translator.counts().get(what).getAsLong();
  }

  @Test
  void codeIsTranslatedOnceAt2300CyclesAnInstruction() {
    BinaryTranslation translator = translator(1000, true, SitePolicy.ADAPTIVE);
    Ledger ledger = new Ledger();
    translator.enter(TEN_BLOCKS, 1_000_000, ledger);
    // The jump back to the first block leaves the cache once.
    assertThat(ledger.cycles()).isEqualTo(120 * 2300 + 1254);
    assertThat(ledger.exits(ExitReason.CALLOUT)).isEqualTo(11);
    translator.enter(TEN_BLOCKS, 1_000_000, ledger);
    assertThat(ledger.cycles()).isEqualTo(120 * 2300 + 1254);
  }

  @Test
  void aLoopLongerThanTheCacheIsTranslatedInEachRound() {
    BinaryTranslation translator = translator(100, true, SitePolicy.ADAPTIVE);
    translator.enter(TEN_BLOCKS, 5, new Ledger());
    assertThat(count(translator, "translated")).isEqualTo(5 * 120);
  }

  @Test
  void twoLoopsThatFitOnlyOneByOneThrowEachOtherOut() {
    BinaryTranslation translator = translator(200, true, SitePolicy.ADAPTIVE);
    KernelCode other = KernelCode.loop(1, 10, 12);
    for (int i = 0; i < 3; i++) {
      translator.enter(TEN_BLOCKS, 100, new Ledger());
      translator.enter(other, 100, new Ledger());
    }
    // Sixteen blocks fit. Each flush comes when six of the other loop's have been translated, which
    // are then gone, too, and wanted again in the next round.
    assertThat(count(translator, "translated")).isEqualTo((10 + 5 * 16) * 12);
    assertThat(count(translator, "cache-flushes")).isEqualTo(5);
  }

  @Test
  void withoutChainingEachBlockCallsOut() {
    BinaryTranslation translator = translator(1000, false, SitePolicy.ADAPTIVE);
    Ledger ledger = new Ledger();
    translator.enter(TEN_BLOCKS, 100, ledger);
    assertThat(ledger.cycles()).isEqualTo(120 * 2300 + 1000 * 1254);
  }

  @Test
  void aSiteTrapsThenCallsOutThenIsEmulatedInTheCache() {
    Ledger ledger = new Ledger();
    BinaryTranslation translator = translator(1000, true, SitePolicy.ADAPTIVE);
    translator.charge(Operation.READ_CLOCK, 1, 5, ledger);
    assertThat(ledger.cycles()).isEqualTo(5 * 2030);
    translator.enter(TEN_BLOCKS, 1, new Ledger());
    translator.charge(Operation.READ_CLOCK, 1, 95, ledger);
    // Twice the block of twelve instructions around it is translated anew.
    assertThat(ledger.cycles()).isEqualTo(10 * 2030 + 10 * 1254 + 80 * 216 + 2 * 12 * 2300);
    assertThat(ledger.exits(ExitReason.CLOCK)).isEqualTo(10);
  }

  @Test
  void theThreeWaysToReadTheClockCostWhatWasMeasured() {
    assertThat(clock(SitePolicy.IDENT)).isEqualTo(2030);
    assertThat(clock(SitePolicy.CALLOUT)).isEqualTo(1254);
    assertThat(clock(SitePolicy.IN_TC)).isEqualTo(216);
  }

  private static long clock(SitePolicy policy) {
    Ledger ledger = new Ledger();
    translator(1000, true, policy).charge(Operation.READ_CLOCK, 1, 1, ledger);
    return ledger.cycles();
  }
}
