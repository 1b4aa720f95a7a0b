/**
 * A local page on which a theorem's declared parameters are moved and its check redraws while
 * replicas come in; start at {@link plumbline.lab.Lab}. Depends on {@code check} for what is seen,
 * on {@code plot} and {@code report} for how it looks, on the JDK's own HTTP server. No theorem has
 * code here: sliders, ranges and addresses come from its declaration.
 */
package plumbline.lab;
