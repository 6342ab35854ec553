/**
 * Content-based page sharing.
 *
 * <h2>Modelled</h2>
 *
 * A table by the 64-bit hash of a page's content, which holds shared frames with their counts, and
 * hints to pages that have been looked at once. A count has 16 bits, and runs over into a table of
 * its own. A second page of the same content joins the frame, or, where there is a hint, both pages
 * join, if the first still has that content. A write to a shared page copies it first. Pages are
 * looked at at a rate, at random as in ESX or in order as in KSM, which passes over pages that have
 * changed since its last pass; each look costs cycles on the host. What the table takes is counted.
 *
 * <h2>Left out</h2>
 *
 * Hashes that collide: a content is its hash. Volatile pages that ESX watches; KSM's limit of 256
 * pages for each copy of a shared page, its page of zeros, and its sharing by NUMA node; large
 * pages, which must be split before they can be shared; salting.
 *
 * <h2>Source</h2>
 *
 * C. A. Waldspurger: Memory Resource Management in VMware ESX Server, OSDI 2002, section 4; A.
 * Arcangeli, I. Eidus, C. Wright: Increasing memory density by using KSM, Linux Symposium 2009.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {hypervisor: 512 MiB, overcommit: {methods: sharing, sharing: {rate: 1000
 * /s}}}}, vms: {a: {on: h1, memory: 40 MiB, memory-policy: {image: linux, common: 20 MiB}}}};
 * library scenario {@code memory-overcommit}.
 */
package vdcsim.hypervisor.memory.overcommit.sharing;
