/* What verdicts on a random sample of pairs say of the pairs still open. */
#include "report/count.h"

static int
band_of(double weight)
{
    int band = 0;

    while (band < BINA_CALIBRATION_BANDS - 1 && weight >= band - 1)
        band++;
    return band;
}

void
bina_calibration_add(bina_calibration *self, double weight, bina_pair_said said, bool sampled)
{
    bina_calibration_band *band = &self->bands[band_of(weight)];

    if (said == BINA_PAIR_OPEN) {
        band->open++;
        return;
    }
    band->decided++;
    band->same += said == BINA_PAIR_SAME;
    band->sampled += sampled;
    band->sampled_same += sampled && said == BINA_PAIR_SAME;
}

int64_t
bina_calibration_count(const bina_calibration *self)
{
    int64_t count = 0;

    for (int b = 0; b < BINA_CALIBRATION_BANDS; b++)
        count += self->bands[b].sampled;
    return count;
}

double
bina_calibration_share(const bina_calibration *self, double weight)
{
    const bina_calibration_band *band = &self->bands[band_of(weight)];
    const double pull = 10;
    int64_t sampled = bina_calibration_count(self), same = 0;
    double overall, share, left;

    for (int b = 0; b < BINA_CALIBRATION_BANDS; b++)
        same += self->bands[b].sampled_same;
    overall = ((double)same + 0.5) / ((double)sampled + 1);
    share = ((double)band->sampled_same + pull * overall) / ((double)band->sampled + pull);
    if (band->open == 0)
        return share;
    left = (share * (double)(band->decided + band->open) - (double)band->same) / (double)band->open;
    return left < 0 ? 0 : left > 1 ? 1 : left;
}

size_t
bina_sample_size(const bina_drawn_pair *pairs, size_t count)
{
    size_t size = 0, looked = 0;

    for (size_t i = 0; i < count; i++) {
        looked += pairs[i].looked;
        if (20 * looked >= 19 * (i + 1))
            size = i + 1;
    }
    return size;
}
