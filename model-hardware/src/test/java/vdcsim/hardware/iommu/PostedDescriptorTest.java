package vdcsim.hardware.iommu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.iommu.PostedDescriptor.VirtualProcessor;

class PostedDescriptorTest {
  private final List<Integer> taken = new ArrayList<>();
  private final List<Runnable> entries = new ArrayList<>();
  private VirtualProcessor.State state = VirtualProcessor.State.RUNNING;
  private final PostedDescriptor descriptor =
      new PostedDescriptor(
          new VirtualProcessor() {
            @Override
            public State state() {
              return state;
            }

            @Override
            public void take(int vector) {
              taken.add(vector);
            }

            @Override
            public void whenItEnters(Runnable action) {
              entries.add(action);
            }
          });

  @Test
  void oneThatRunsTakesAtOnceAndOneThatIsHaltedIsWoken() {
    descriptor.post(0x41);
    state = VirtualProcessor.State.HALTED;
    descriptor.post(0xC3);
    assertThat(taken).containsExactly(0x41, 0xC3);
    assertThat(descriptor.notified()).isEqualTo(1);
    assertThat(descriptor.woken()).isEqualTo(1);
  }

  @Test
  void oneThatWaitsForItsTurnTakesAllWhenItEnters() {
    state = VirtualProcessor.State.WAITING;
    descriptor.post(0xC3);
    descriptor.post(0x41);
    descriptor.post(0x41);
    assertThat(taken).isEmpty();
    assertThat(entries).hasSize(1);
    entries.get(0).run();
    assertThat(taken).containsExactly(0x41, 0xC3);
    assertThat(descriptor.suppressed()).isEqualTo(3);
    assertThat(descriptor.merged()).isEqualTo(1);
  }
}
