namespace Voltloop.Tracing.Model.Custody;

/// <summary>What is stated about a site and an element.</summary>
/// <param name="Site">The site.</param>
/// <param name="Element">Symbol, or <see cref="MassFlow.Gross"/>.</param>
internal sealed record SiteFacts(string Site, string Element)
{
    /// <summary>Most that may be extracted or shipped in a year, kg; <c>null</c> when there is no licence on file.</summary>
    public double? LicensedPerYear { get; init; }

    /// <summary>What the site declared to extract in a year, kg.</summary>
    public double? DeclaredPerYear { get; init; }

    /// <summary>Part of the element that its process keeps, with standard uncertainty.</summary>
    public Amount? Recovery { get; init; }

    /// <summary>Degrees north and east.</summary>
    public GeoPoint? Position { get; init; }
}
