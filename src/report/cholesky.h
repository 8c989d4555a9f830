/* Linear equations whose matrix is symmetric and positive definite. */
#ifndef BINA_SRC_REPORT_CHOLESKY_H
#define BINA_SRC_REPORT_CHOLESKY_H

#include <stdbool.h>

/**
 * Cholesky's factor of a matrix, in place of its lower triangle.
 *
 * @param width of a row as it lies, at least `n`
 * @return false when the matrix is not positive definite
 */
bool bina_cholesky_factorise(double *matrix, int width, int n);

/** Solves for a right hand side, in place. */
void bina_cholesky_solve(const double *factor, int width, int n, double *values);

#endif
