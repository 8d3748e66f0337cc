using Voltloop.Quality.CompareExperts;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for a failure analysis, as typed.</summary>
internal sealed class FmeaFields
{
    /// <summary>Failures that were seen.</summary>
    public string? Observed { get; set; }

    /// <summary>Failures that were not.</summary>
    public string? Absent { get; set; }

    /// <summary>Line or machine whose analysis the record keeps.</summary>
    public string? Of { get; set; }

    /// <summary>The same as a request.</summary>
    public FmeaRequest Request() => new(Observed, Absent);
}
