using System.Globalization;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>One assumption as people enter it: the same on the page, over HTTP and on the command line.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Label">Label for people.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Range">Smallest and largest figure accepted.</param>
internal sealed record CostField(string Name, string Label, string Unit, (double Smallest, double Largest) Range)
{
    /// <summary>True when only whole figures make sense.</summary>
    public bool Whole { get; init; }

    /// <summary>What is proposed: measured on this store, or only assumed.</summary>
    public bool Measured { get; init; }

    /// <summary>Reads the figure.</summary>
    public required Func<CostAssumptions, double> Get { get; init; }

    /// <summary>Sets the figure.</summary>
    public required Func<CostAssumptions, double, CostAssumptions> Set { get; init; }

    /// <summary>The figure in a text, or what is wrong with it.</summary>
    public (double Value, string? Fault) Read(string text)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
        if (!isNumber) return (0, $"\"{text}\" is not a number; write it like 0.05.");
        if (Whole && value != Math.Floor(value)) return (0, "A whole number is needed.");
        return value < Range.Smallest || value > Range.Largest
            ? (0, string.Create(CultureInfo.InvariantCulture, $"Between {Range.Smallest} and {Range.Largest:N0} is needed."))
            : (value, null);
    }
}
