#include "report/cholesky.h"

#include <math.h>
#include <stddef.h>

/* Rounding of a sum of a few hundred terms: a pivot that small, beside its diagonal, is none. */
#define ROUNDING 1e-12

bool
bina_cholesky_factorise(double *matrix, int width, int n)
{
    for (int i = 0; i < n; i++) {
        double *row = matrix + (size_t)i * (size_t)width, diagonal = row[i];
        for (int j = 0; j <= i; j++) {
            const double *other = matrix + (size_t)j * (size_t)width;
            double sum = row[j];
            for (int k = 0; k < j; k++)
                sum -= row[k] * other[k];
            if (i != j) {
                row[j] = sum / other[j];
            } else {
                if (!(sum > ROUNDING * diagonal))
                    return false;
                row[i] = sqrt(sum);
            }
        }
    }
    return true;
}

void
bina_cholesky_solve(const double *factor, int width, int n, double *values)
{
    const double *row = factor;

    for (int i = 0; i < n; i++, row += width) {
        for (int k = 0; k < i; k++)
            values[i] -= row[k] * values[k];
        values[i] /= row[i];
    }
    for (int i = n; i-- > 0;) {
        for (int k = i + 1; k < n; k++)
            values[i] -= factor[(size_t)k * (size_t)width + (size_t)i] * values[k];
        values[i] /= factor[(size_t)i * (size_t)width + (size_t)i];
    }
}
