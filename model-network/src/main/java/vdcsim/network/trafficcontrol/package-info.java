/**
 * Traffic control: what frames pass before they leave through a card.
 *
 * <h2>Modelled</h2>
 *
 * A policer, which drops what is beyond a rate; an emulated way, which delays, varies, loses and
 * repeats frames and passes them at a rate with a queue limited in frames; a shaper with a bucket
 * and a queue limited in bytes. Each counts a frame's header and payload, as Linux does.
 *
 * <h2>Left out</h2>
 *
 * Classes and filters; fair queueing and active queue management; losses in bursts, damage, slots
 * and delay distributions of netem; ingress. The card's own queue stands behind and is limited
 * apart.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code net/sched/sch_tbf.c}, {@code sch_netem.c}, {@code act_police.c}; the manuals
 * tc-tbf(8) and tc-netem(8).
 *
 * <h2>Example</h2>
 *
 * {@code routers: {r1: {traffic-control: {cards: {eth1: {tbf: {rate: 10 Mbps, burst: 16 kB, limit:
 * 64 kB}}}}}}}; library scenario {@code tcp-loss-rtt}.
 */
package vdcsim.network.trafficcontrol;
