using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Certificates of the made-up mines: one a year, but for a mine that let its certificate run out in the middle of 2023.</summary>
internal static class MineCertificates
{
    private const int FirstYear = 2021;
    private const int LastYear = 2024;

    private static readonly FactorySite Lapsed = Commodities.Cobalt.Mines[2].Site;

    /// <summary>Certificates of a site as the term <c>sourcingCertificates</c> has them; <c>null</c> for a site that is no mine.</summary>
    public static string? Of(FactorySite site) =>
        Commodities.All.Any(of => of.Mines.Any(mine => mine.Site == site)) ? $"[{string.Join(',', Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Where(year => IsIssued(site, year)).Select(year => Entry(site, year)))}]" : null;

    /// <summary>Whether the certificate of a mine is valid on a day.</summary>
    public static bool IsValid(FactorySite site, DateTimeOffset at) =>
        at.Year is >= FirstYear and <= LastYear && (site != Lapsed || at < new DateTimeOffset(LastYear - 1, 7, 1, 0, 0, 0, TimeSpan.Zero));

    private static bool IsIssued(FactorySite site, int year) => site != Lapsed || year < LastYear;

    private static string Entry(FactorySite site, int year) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"scheme":"Due diligence of minerals (illustrative)","number":"{{site.Number:00}}-{{year}}","issuer":"Example Assurance","from":"{{year}}-01-01","to":"{{year}}-{{(site == Lapsed && year == LastYear - 1 ? "06-30" : "12-31")}}"}""");
}
