/**
 * The command line: a class a command, and what they share. Results go to standard output, all else
 * to standard error; {@link vdcsim.scenario.command.Exit} lists what a command's end means.
 *
 * <p>Nothing is written outside the folder of {@code --out}. A scenario's name, which is the name
 * of its folder there, is checked when it is read and again when the folder is made; a folder that
 * is a symbolic link is refused, since it would lead elsewhere. The folder of {@code --out} itself
 * may be a link: the user named it.
 */
package vdcsim.scenario.command;
