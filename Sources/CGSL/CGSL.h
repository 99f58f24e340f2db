// The part of the GNU Scientific Library that the targets use.
#ifndef CGSL_H
#define CGSL_H

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_deriv.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_fft_complex.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_lambert.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_version.h>

// Swift 6 takes the library's global variables for shared mutable state; these hand out what they
// point to, which never changes.
static inline const gsl_root_fsolver_type *cgsl_brent_root(void) { return gsl_root_fsolver_brent; }
static inline const gsl_min_fminimizer_type *cgsl_brent_minimum(void) {
  return gsl_min_fminimizer_brent;
}
static inline const gsl_multimin_fminimizer_type *cgsl_simplex(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

#endif
