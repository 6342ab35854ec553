package vdcsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventSlotsTest {
  private static final EventHandler HANDLER = (kind, argument, reference) -> {};

  @Test
  void aSlotKeepsNegativeKindsAndArguments() {
    EventSlots slots = new EventSlots();
    int slot = slots.allocate(HANDLER, -7, Long.MIN_VALUE, "reference");
    assertThat(slots.kind(slot)).isEqualTo(-7);
    assertThat(slots.argument(slot)).isEqualTo(Long.MIN_VALUE);
    assertThat(slots.reference(slot)).isEqualTo("reference");
    assertThat(slots.handler(slot)).isSameAs(HANDLER);
    assertThat(slots.find(slots.handle(slot))).isEqualTo(slot);
  }

  @Test
  void aSlotOutOfGenerationsIsNeverGivenOutAgain() {
    EventSlots slots = new EventSlots(-1); // The last of 2^32 generations.
    int worn = slots.allocate(HANDLER, 0, 0, Simulation.NO_REFERENCE);
    long handle = slots.handle(worn);
    assertThat(slots.find(handle)).isEqualTo(worn);
    slots.release(worn);
    int fresh = slots.allocate(HANDLER, 0, 0, Simulation.NO_REFERENCE);
    assertThat(fresh).isNotEqualTo(worn);
    assertThat(slots.find(handle)).isEqualTo(EventSlots.NONE);
    assertThat(slots.find(Simulation.NO_EVENT)).isEqualTo(EventSlots.NONE);
  }

  @Test
  void aReleasedSlotHoldsNoObject() {
    EventSlots slots = new EventSlots();
    int slot = slots.allocate(HANDLER, 0, 0, "large");
    slots.release(slot);
    assertThat(slots.reference(slot)).isNull();
    assertThat(slots.handler(slot)).isNull();
  }

  @Test
  void aThousandSlotsKeepTheirFieldsWhileTheArraysGrow() {
    EventSlots slots = new EventSlots();
    for (int i = 0; i < 1000; i++) {
      assertThat(slots.allocate(HANDLER, i, 3L * i, Simulation.NO_REFERENCE)).isEqualTo(i);
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(slots.kind(i)).isEqualTo(i);
      assertThat(slots.argument(i)).isEqualTo(3L * i);
    }
    assertThat(slots.capacity()).isEqualTo(1000);
  }
}
