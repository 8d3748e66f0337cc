namespace Voltloop.Record.Terms;

/// <summary>A data point of the battery passport as the guidance of the European Commission counts them (EC-01 to EC-71).</summary>
/// <param name="Id">Number, for example <c>EC-11</c>.</param>
/// <param name="Title">What it asks for, in a few words.</param>
/// <param name="Provision">Article or annex behind it.</param>
/// <param name="AccessPoint">Point of Annex XIII it belongs to: 1 to 4.</param>
public sealed record DataPoint(string Id, string Title, string Provision, int AccessPoint)
{
    /// <summary>Data points that it repeats; they answer for it.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>Terms that answer it beside those that name it as their data point.</summary>
    public IReadOnlyList<string> AlsoTerms { get; init; } = [];
}
