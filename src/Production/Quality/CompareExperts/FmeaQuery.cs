namespace Voltloop.Quality.CompareExperts;

/// <summary>A request as it comes in an address.</summary>
/// <param name="Of">Line or machine whose analysis the record keeps.</param>
/// <param name="Observed">Failures that were seen.</param>
/// <param name="Absent">Failures that were not.</param>
/// <param name="Stations">Order of stations.</param>
/// <param name="Useful">Correlation of no use.</param>
internal sealed record FmeaQuery(string? Of = null, string? Observed = null, string? Absent = null, string? Stations = null, double? Useful = null)
{
    /// <summary>The request in it.</summary>
    public FmeaRequest Request() => new(Observed, Absent, Stations, Useful);
}
