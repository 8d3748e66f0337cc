namespace Voltloop.Kernels.Ageing;

/// <summary>A loss as a share of what was there when fresh.</summary>
/// <param name="Loss">Share lost; below 0 for a gain.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Identifiable">False when the data hardly say anything about it: do not act on the figure.</param>
public readonly record struct ModeEstimate(double Loss, double Deviation, bool Identifiable)
{
    /// <summary>The same, identifiable only if so much holds besides.</summary>
    public ModeEstimate OnlyIf(bool determined) => this with { Identifiable = Identifiable && determined };
}
