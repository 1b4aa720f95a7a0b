/**
 * Checks in a notebook cell, and notebooks run without Jupyter. Start at {@link
 * plumbline.notebook.Notebook} for cells, at {@link plumbline.notebook.NotebookRunner} for running
 * a file. Exercises are those of notebooks-java/. Depends on check and plot, and through them on
 * the theorems; knows no command line. What a check computes does not belong here.
 */
package plumbline.notebook;
