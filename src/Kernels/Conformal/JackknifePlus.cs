namespace Voltloop.Kernels.Conformal;

/// <summary>
/// Jackknife+ and CV+ (Barber, Candès, Ramdas and Tibshirani, Ann. Statist. 49, 2021): each case brings the prediction of the
/// model fitted without it (or without its fold), and its own error there. At least 2 level − 1 is guaranteed, about the level is usual.
/// </summary>
public static class JackknifePlus
{
    /// <summary>The interval for a new case.</summary>
    /// <param name="predictions">Prediction of the new case by the model fitted without case i.</param>
    /// <param name="errors">Error of case i under that same model; the sign does not matter.</param>
    /// <param name="level">Coverage asked for.</param>
    public static Bounds Interval(IReadOnlyList<double> predictions, IReadOnlyList<double> errors, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(errors.Count, predictions.Count);
        return new Bounds(
            ConformalQuantile.Lower(predictions.Zip(errors, (at, error) => at - Math.Abs(error)), level),
            ConformalQuantile.Upper(predictions.Zip(errors, (at, error) => at + Math.Abs(error)), level));
    }
}
