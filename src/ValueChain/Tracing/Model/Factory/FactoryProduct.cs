using System.Globalization;
using Voltloop.Core.Identities;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>A material or part with a trade item number.</summary>
/// <param name="Number">Number in its GTIN.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Content">Mass fractions of elements.</param>
internal sealed record FactoryProduct(int Number, string Name, params IReadOnlyList<(string Element, double Fraction)> Content)
{
    /// <summary>GTIN with the example prefix 952.</summary>
    public string Gtin { get; } = Gs1CheckDigit.Append(string.Create(CultureInfo.InvariantCulture, $"0952123460{Number:000}"));

    /// <summary>Identifier of the trade item.</summary>
    public string Id => "https://id.gs1.org/01/" + Gtin;

    /// <summary>A lot of it.</summary>
    public string Lot(string lot) => $"{Id}/10/{lot}";

    /// <summary>A single one.</summary>
    public string Item(string serial) => $"{Id}/21/{serial}";

    /// <summary>Mass fraction of an element; 0 when it holds none.</summary>
    public double FractionOf(string element) => Content.FirstOrDefault(part => part.Element == element).Fraction;
}
