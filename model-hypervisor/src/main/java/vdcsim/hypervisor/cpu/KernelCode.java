package vdcsim.hypervisor.cpu;

/**
 * The code of the guest's kernel that a loop runs through.
 *
 * @param place which code it is; the same code has the same place
 * @param blocks how many basic blocks
 * @param instructions how many instructions in a block
 */
public record KernelCode(int place, int blocks, int instructions) {}
