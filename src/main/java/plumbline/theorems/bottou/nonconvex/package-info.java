/**
 * What Theorem 4.8 means and what it leaves open: critical points, rarely large gradients, the best
 * fixed stepsize; start at {@link plumbline.theorems.bottou.nonconvex.SqrtKCorollary}. Depends on
 * {@code plumbline.theorems} and {@code plumbline.theorems.bottou}.
 */
package plumbline.theorems.bottou.nonconvex;
