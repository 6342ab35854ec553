package vdcsim.hardware.nic;

import vdcsim.hardware.pci.Dma;

/**
 * The memory that a function of a card uses whose driver is a machine's.
 *
 * @param dma its way there
 * @param receive where it puts received frames
 * @param transmit where it gets frames to send
 */
public record Buffers(Dma dma, BufferRing receive, BufferRing transmit) {}
