/** The command line; starts at {@code Main}. The only package that prints. */
package plumbline.cli;
