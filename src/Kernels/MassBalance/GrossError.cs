namespace Voltloop.Kernels.MassBalance;

/// <summary>Something that is wrong in a network, with its size.</summary>
/// <param name="Kind">Node or stream.</param>
/// <param name="Index">Which.</param>
/// <param name="Size">Estimate, in the unit of the flows; signed as <see cref="GrossErrorKind"/> says.</param>
/// <param name="StandardUncertainty">Of the estimate, same unit.</param>
public readonly record struct GrossError(GrossErrorKind Kind, int Index, double Size, double StandardUncertainty)
{
    /// <summary>Size in standard uncertainties: standard normal when there is no such error. Not a number when it cannot be told from others.</summary>
    public double Z => StandardUncertainty > 0 && double.IsFinite(StandardUncertainty) ? Size / StandardUncertainty : double.NaN;
}
