/**
 * The page cache of a host's kernel (the key {@code page-cache} of hosts).
 *
 * <h2>Modelled</h2>
 *
 * Pages of 4 KiB, of which the one used longest ago goes first; reads that find all their pages
 * cost a copy, others read what is missing first; writes are done when their pages are in memory; a
 * thread of the kernel writes them back, neighbours together, when more of them wait than may, or
 * they have waited for long; writers wait when too many wait; to flush a file its pages are
 * written, and then the disk is flushed.
 *
 * <h2>Left out</h2>
 *
 * Reading ahead; two lists of pages, active and inactive; the share of each file and disk in what
 * may wait; files that several machines share; memory that the cache lends to others.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code mm/filemap.c}, {@code mm/page-writeback.c}, {@code
 * Documentation/admin-guide/sysctl/ vm.rst}.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {page-cache: 4 GiB}}}, with {@code cache: writeback} of a disk of a virtual
 * machine; library scenario {@code disk-cache-modes}.
 */
package vdcsim.hardware.disk.pagecache;
