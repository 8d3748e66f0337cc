using Voltloop.Core.Identities;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>A made-up site.</summary>
/// <param name="Number">Number in its GLN.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record FactorySite(int Number, string Name, double Latitude, double Longitude)
{
    /// <summary>GLN with the example prefix 952.</summary>
    public string Gln { get; } = Gs1CheckDigit.Append($"95212346{Number:0000}");

    /// <summary>Its identifier.</summary>
    public string Id => "https://id.gs1.org/414/" + Gln;

    /// <summary>Who runs it.</summary>
    public string Party => "https://id.gs1.org/417/" + Gln;

    /// <summary>A machine of it as an asset of its own (GIAI).</summary>
    public string Asset(string machine) => $"https://id.gs1.org/8004/95212346{machine}";

    /// <summary>A machine or a dock of it.</summary>
    public string At(string machine) => $"{Id}/254/{machine}";
}
