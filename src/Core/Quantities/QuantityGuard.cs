using System.Globalization;
using System.Runtime.CompilerServices;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>What all quantities share: only finite numbers come in, and text is the same in every culture.</summary>
internal static class QuantityGuard
{
    /// <summary>The number itself when it is finite.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static double Finite(double value, string unit) => double.IsFinite(value) ? value : throw NotFinite(value, unit);

    /// <summary>Shortest text that reads back as the same number, with its unit.</summary>
    public static string Format(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:R} {unit}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ProblemException NotFinite(double value, string unit) =>
        new(UnitProblems.ImpossibleQuantity, $"{Format(value, unit)} is not a finite quantity.");
}
