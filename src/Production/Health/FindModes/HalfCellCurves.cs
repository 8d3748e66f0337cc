using Voltloop.Core.Problems;
using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.FindModes;

/// <summary>The curves of both electrodes; without them the published ones of an LG M50 are taken.</summary>
/// <param name="Positive">Positive electrode.</param>
/// <param name="Negative">Negative electrode.</param>
internal sealed record HalfCellCurves(HalfCellCurve? Positive = null, HalfCellCurve? Negative = null)
{
    private const string Published = "LG M50: NMC811 and graphite with silicon oxide (Chen et al., J. Electrochem. Soc. 167 (2020) 080534)";
    private const string Given = "curves handed in";

    /// <summary>The curves with their origin.</summary>
    /// <exception cref="ProblemException">Only one is given, or one cannot be used.</exception>
    public (HalfCell Positive, HalfCell Negative, string Origin) Read() => (Positive, Negative) switch
    {
        (null, null) => (PublishedHalfCells.Nmc811, PublishedHalfCells.GraphiteSilicon, Published),
        ({ } positive, { } negative) => (positive.Read("positive"), negative.Read("negative"), Given),
        _ => throw new ProblemException(CommonProblems.InvalidValue, "Curves of both electrodes are needed, or of none.", "positive"),
    };
}
