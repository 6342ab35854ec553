/**
 * Files that are whole or not there. A file is written beside its place under another name and then
 * moved, so that whatever fails, nobody finds half of it; nothing is written outside the folder.
 */
package vdcsim.report.file;
